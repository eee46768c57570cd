//! From a request to an answer.

mod commands;
mod operating;

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use axum::extract::Request;
use axum::http::{header, uri::PathAndQuery};
use tokio::sync::watch;

use self::commands::holds;
use super::access::Caller;
use super::envelope::{Envelope, Timing};
use super::failure::Failure;
use super::fault::{Fault, On};
use super::journal::{Call, Event, Journal};
use super::limits::Meters;
use super::methods::{Answer, Method, Request as MethodRequest, Run};
use super::oauth::PAGE;
use super::php::{Array, Value};
use super::reply::Reply;
use super::request::{self, Target};
use super::settings::Settings;
use super::world::World;
use crate::sandbox::Time;
use crate::sandbox::armed::Armed;
use crate::sandbox::connection::{End, Link, stopped};

/// What all connections share.
#[derive(Debug)]
pub(super) struct Server {
    pub(super) world: Mutex<World>,
    pub(super) journal: Journal,
    pub(super) armed: Mutex<Armed<On, Fault>>,
    meters: Option<Mutex<Meters>>,
    pub(super) renamed: Mutex<Option<String>>,
    prefix: String,
    time: Time,
    stopping: watch::Receiver<bool>,
}

/// A call on its way.
struct Visit {
    number: u64,
    when: jiff::Timestamp,
    since: Instant,
    target: Target,
    params: Array,
    batch: Option<u64>,
}

/// Locks; a panic in another thread is that thread's matter.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Server {
    pub(super) fn new(settings: &Settings, stopping: watch::Receiver<bool>) -> Self {
        Self {
            world: Mutex::new(World::new(settings.generation, settings.time.clone())),
            journal: Journal::new(),
            armed: Mutex::default(),
            meters: settings.limits.map(|limits| Mutex::new(Meters::new(limits))),
            renamed: Mutex::default(),
            prefix: settings.path_prefix.clone(),
            time: settings.time.clone(),
            stopping,
        }
    }

    /// Answers a request of whatever kind.
    pub(super) async fn answer(&self, link: &Link, request: Request) -> Reply {
        let uri = request.uri().clone();
        if uri.path().strip_prefix(&self.prefix).map(|path| path.trim_end_matches('/'))
            == Some(PAGE)
        {
            return self.authorise_page(uri.query().unwrap_or_default());
        }
        let target = Target::parse(uri.path(), &self.prefix).unwrap_or_else(Target::nothing);
        let bearer = request.headers().get(header::AUTHORIZATION);
        let target = target.with_bearer(bearer.and_then(|value| value.to_str().ok()));
        let params = request::params(request).await;
        let visit = self.visit(target, params, None);

        if let Some(base) = &*lock(&self.renamed) {
            let address = uri.path_and_query().map_or("", PathAndQuery::as_str);
            let reply = Reply::redirect(&format!("{}{address}", base.trim_end_matches('/')));
            return self.close(visit, reply, None);
        }
        if self.meters.as_ref().is_some_and(|meters| !lock(meters).admit(link.peer.ip())) {
            let failure = Failure::new(503, "QUERY_LIMIT_EXCEEDED", "Too many requests");
            return self.close(visit, Reply::failure(&failure), None);
        }
        match self.trouble_for_request(&visit) {
            None => {
                let reply = self.carry_out(&visit);
                self.close(visit, reply, None)
            }
            Some(fault) => self.spoil(link, visit, fault).await,
        }
    }

    /// The oldest fault that a request meets, counted down. What befalls connections also befalls
    /// a batch with a command that it is meant for.
    fn trouble_for_request(&self, visit: &Visit) -> Option<Fault> {
        let user = visit.target.user_id();
        lock(&self.armed).take(|on, fault| {
            let held = |method: &str| on.fits(method, user);
            held(&visit.target.method) || (!fault.fits_a_batch() && holds(visit, held))
        })
    }

    /// The oldest fault that a command of a batch meets, counted down.
    fn trouble_for_command(&self, method: &str, user: u64) -> Option<Fault> {
        lock(&self.armed).take(|on, fault| on.fits(method, Some(user)) && fault.fits_a_batch())
    }

    /// What is armed, each fault with the calls it still waits for.
    pub(super) fn trouble(&self) -> Vec<(Fault, On)> {
        let armed = lock(&self.armed);
        let left =
            |(on, fault, times): (&On, &Fault, _)| (fault.clone(), On { times, ..on.clone() });
        armed.iter().map(left).collect()
    }

    /// Answers a call that meets trouble.
    async fn spoil(&self, link: &Link, visit: Visit, fault: Fault) -> Reply {
        let mut reply =
            if fault.carries_out() { self.carry_out(&visit) } else { Reply::for_fault(&fault) };
        match &fault {
            Fault::Slow(delay) => {
                tokio::time::sleep(*delay).await;
                self.worked(&visit, *delay);
            }
            Fault::AnswerLost => {
                link.cut(End::Close);
                reply.status = None;
            }
            Fault::Reset => {
                link.cut(End::Reset);
                reply.status = None;
            }
            Fault::Hang => {
                reply.status = None;
                // Written down first: the caller may go, and this with them.
                reply = self.close(visit, reply, Some(&fault));
                stopped(self.stopping.clone()).await;
                link.cut(End::Close);
                return reply;
            }
            Fault::BrokenJson => reply.body.truncate(reply.body.len() / 2),
            Fault::EmptyBody => reply.body.clear(),
            _ => {}
        }
        self.close(visit, reply, Some(&fault))
    }

    /// Finds the method, then the caller, and runs the one for the other.
    fn carry_out(&self, visit: &Visit) -> Reply {
        match self.run(visit) {
            Ok((answer, method)) => {
                let time = Timing::new(visit.when, self.time.now(), self.operating(visit, method));
                Reply::success(&Envelope::new(&answer, &time))
            }
            Err(failure) => Reply::failure(&failure),
        }
    }

    fn run(&self, visit: &Visit) -> Result<(Answer, &'static Method), Failure> {
        let method = Method::find(&visit.target.method).ok_or_else(Failure::method_not_found)?;
        let credential = visit.target.credential();
        let caller = lock(&self.world).authorise(credential, &visit.params, method.scope)?;
        let answer = self.run_as(visit, method, &caller)?;
        Ok((answer, method))
    }

    /// Runs a method for a caller who may.
    fn run_as(
        &self,
        visit: &Visit,
        method: &'static Method,
        caller: &Caller,
    ) -> Result<Answer, Failure> {
        if self.blocked(visit, method) {
            let words = "Method is blocked due to operation time limit.";
            return Err(Failure::new(429, "OPERATION_TIME_LIMIT", words));
        }
        let answer = match method.run {
            Run::Batch => Answer { result: self.run_batch(visit, caller), ..Answer::default() },
            Run::Alone(run) => {
                let world = &mut *lock(&self.world);
                let start = visit.params.int("start");
                run(MethodRequest { world, caller, params: &visit.params, start })?
            }
        };
        if self.meters.is_some() {
            self.worked(visit, visit.since.elapsed());
        }
        Ok(answer)
    }

    fn visit(&self, target: Target, params: Array, batch: Option<u64>) -> Visit {
        let number = self.journal.arrived(&target.method, target.user_id());
        let (when, since) = (self.time.now(), Instant::now());
        Visit { number, when, since, target, params, batch }
    }

    /// Writes the call down and hands its answer on.
    fn close(&self, visit: Visit, reply: Reply, fault: Option<&Fault>) -> Reply {
        self.keep(visit, reply.status, reply.error.clone(), fault);
        reply
    }

    fn keep(
        &self,
        visit: Visit,
        status: Option<u16>,
        error: Option<String>,
        fault: Option<&Fault>,
    ) {
        let (user_id, duration) = (visit.target.user_id(), visit.since.elapsed());
        let token = visit.params.get("auth").map(Value::text);
        let mut params = visit.params.into();
        if let Some(token) = token.filter(|token| !token.is_empty()) {
            redact(&mut params, &token);
        }
        if let Some(secret) = visit.target.secret() {
            redact(&mut params, secret);
        }
        self.journal.keep(Call {
            number: visit.number,
            when: visit.when,
            method: visit.target.method,
            params,
            user_id,
            status,
            error,
            fault: fault.map(Fault::name),
            batch: visit.batch,
            duration_ms: u64::try_from(duration.as_millis()).unwrap_or(u64::MAX),
        });
        self.journal.tell(|| Event::Changed);
    }
}

/// Takes a secret out of parameters that repeat it.
fn redact(value: &mut serde_json::Value, secret: &str) {
    match value {
        serde_json::Value::String(text) if text.contains(secret) => {
            *text = text.replace(secret, "[secret]");
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(|item| redact(item, secret)),
        serde_json::Value::Object(map) => map.values_mut().for_each(|item| redact(item, secret)),
        _ => {}
    }
}
