//! The commands of a batch.

use super::{Server, Visit};
use crate::sandbox::portal::access::Caller;
use crate::sandbox::portal::envelope::Timing;
use crate::sandbox::portal::failure::Failure;
use crate::sandbox::portal::fault::Fault;
use crate::sandbox::portal::methods::{Answer, Method, batch};
use crate::sandbox::portal::php::{Array, Value};

/// Whether a batch has a command whose method is wanted.
pub(super) fn holds(visit: &Visit, wanted: impl Fn(&str) -> bool) -> bool {
    if !visit.target.method.eq_ignore_ascii_case("batch") {
        return false;
    }
    let params = visit.params.upper_keys();
    let commands = params.get("CMD").and_then(Value::array);
    commands.into_iter().flat_map(Array::iter).any(|(_, command)| match command {
        Value::Str(command) => wanted(command.split(['?', '#']).next().unwrap_or_default()),
        _ => false,
    })
}

impl Server {
    /// Runs the commands of a batch in their order. The surplus ones each get an error.
    pub(super) fn run_batch(&self, visit: &Visit, caller: &Caller) -> Value {
        let params = visit.params.upper_keys();
        let halt = params.get("HALT").is_some_and(Value::truthy);
        let mut results = batch::Results::default();
        let none = Array::default();
        let commands = params.get("CMD").and_then(Value::array).unwrap_or(&none);
        for (place, (key, command)) in commands.iter().enumerate() {
            let outcome = if place >= batch::LONGEST {
                let words = "Max batch length exceeded";
                Err(Failure::bad_request("ERROR_BATCH_LENGTH_EXCEEDED", words))
            } else if let Value::Str(command) = command {
                self.run_command(visit, caller, &results, command)
            } else {
                continue;
            };
            match outcome {
                Ok((answer, time)) => {
                    results.put("result", key, answer.result);
                    for (part, number) in [("next", answer.next), ("total", answer.total)] {
                        if let Some(number) = number {
                            results.put(part, key, Value::Int(number));
                        }
                    }
                    results.put("time", key, time.into());
                }
                Err(failure) => {
                    results.put("error", key, failure.body().into());
                    if halt {
                        break;
                    }
                }
            }
        }
        results.into_value()
    }

    /// Runs one command as a call of its own, as far as the record goes.
    fn run_command(
        &self,
        batch: &Visit,
        caller: &Caller,
        results: &batch::Results,
        command: &str,
    ) -> Result<(Answer, Timing), Failure> {
        let (name, params) = results.parse(command);
        let visit = self.visit(batch.target.with_method(&name), params, Some(batch.number));
        let fault = self.trouble_for_command(&name, caller.user_id);
        let outcome = match &fault {
            Some(Fault::Error { status, code, description }) => {
                Err(Failure::new(*status, code, description))
            }
            Some(_) => Ok(Answer { result: Value::Bool(true), ..Answer::default() }),
            None => self.run_listed(&visit, caller, &name),
        };
        let outcome = outcome.map(|answer| {
            let operating = Method::find(&name).and_then(|method| self.operating(&visit, method));
            (answer, Timing::new(visit.when, self.time.now(), operating))
        });
        let (status, error) = match &outcome {
            Ok(_) => (200, None),
            Err(failure) => (failure.status, Some(failure.code.clone())),
        };
        self.keep(visit, Some(status), error, fault.as_ref());
        outcome
    }

    fn run_listed(&self, visit: &Visit, caller: &Caller, name: &str) -> Result<Answer, Failure> {
        if name.eq_ignore_ascii_case("batch") {
            let words = "Method is not allowed for batch usage";
            return Err(Failure::new(405, "ERROR_BATCH_METHOD_NOT_ALLOWED", words));
        }
        let method = Method::find(name).ok_or_else(Failure::method_not_found)?;
        if !caller.has_scope(method.scope) {
            return Err(Failure::new(401, "insufficient_scope", ""));
        }
        self.run_as(visit, method, caller)
    }
}
