//! What a switch is to a portal, alone or in a batch: counted, awaited, spoilt.

use hushbot::sandbox::portal::{Call, Event, Fault, On};

use crate::house::{House, SILENT, SUPERVISOR, within};

impl House {
    /// How often the portal was asked to switch, alone or in a batch.
    pub(crate) fn asked_to_switch(&self) -> usize {
        let calls = self.portal.calls();
        let alone = |call: &&Call| call.method == SILENT && call.batch.is_none();
        let in_batch = |call: &&Call| {
            call.method == "batch" && call.params["cmd"].to_string().contains(SILENT)
        };
        calls.iter().filter(|call| alone(call) || in_batch(call)).count()
    }

    /// Until it is cleared, this meets whatever carries a switch to the portal. The portal's
    /// generation must be known, so that nothing is read before a switch.
    pub(crate) fn switches_meet(&self, fault: &Fault) {
        for method in [SILENT, "batch"] {
            self.portal.fault(fault.clone(), On::method(method));
        }
    }

    /// Has the bot find the portal's generation out; the calls of that are forgotten.
    pub(crate) async fn know_the_portal(&self) {
        for order in ["on", "off"] {
            self.ask(SUPERVISOR, &format!("/silent 2026 {order}")).await;
        }
        self.portal.clear_calls();
    }

    /// Waits until a call that may carry a switch is under way, while `act` brings it about.
    pub(crate) async fn until_switching(&self, act: impl FnOnce()) {
        let mut events = self.portal.subscribe();
        act();
        let arrives = async {
            loop {
                if let Event::CallArrived { method, .. } = events.recv().await.unwrap()
                    && (method == SILENT || method == "batch")
                {
                    return;
                }
            }
        };
        within(arrives).await;
    }
}
