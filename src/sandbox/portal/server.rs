//! From a request to an answer.

mod operating;

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use axum::extract::Request;
use tokio::sync::watch;

use super::access::Caller;
use super::connection::Line;
use super::envelope::{self, Envelope};
use super::failure::Failure;
use super::fault::{Armed, Fault};
use super::journal::{Call, Event, Journal};
use super::limits::Meters;
use super::methods::{Answer, Method, Request as MethodRequest, Run, batch};
use super::php::{Array, Value};
use super::reply::Reply;
use super::request::{self, Target};
use super::settings::Settings;
use super::world::World;

/// What all connections share.
#[derive(Debug)]
pub(super) struct Server {
    pub(super) world: Mutex<World>,
    pub(super) journal: Journal,
    pub(super) armed: Mutex<Armed>,
    meters: Option<Mutex<Meters>>,
    pub(super) renamed: Mutex<Option<String>>,
    prefix: String,
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
            world: Mutex::new(World::new(settings.generation)),
            journal: Journal::new(),
            armed: Mutex::default(),
            meters: settings.limits.map(|limits| Mutex::new(Meters::new(limits))),
            renamed: Mutex::default(),
            prefix: settings.path_prefix.clone(),
            stopping,
        }
    }

    /// Answers a request of whatever kind.
    pub(super) async fn answer(&self, line: &Line, request: Request) -> Reply {
        let address = request.uri().path_and_query().map(ToString::to_string).unwrap_or_default();
        let target = Target::parse(request.uri().path(), &self.prefix);
        let target = target.unwrap_or_else(Target::nothing);
        let params = request::params(request).await;
        let visit = self.visit(target, params, None);

        if let Some(base) = &*lock(&self.renamed) {
            let reply = Reply::redirect(&format!("{}{address}", base.trim_end_matches('/')));
            return self.close(&visit, reply, None);
        }
        if self.meters.as_ref().is_some_and(|meters| !lock(meters).admit(line.peer.ip())) {
            let failure = Failure::new(503, "QUERY_LIMIT_EXCEEDED", "Too many requests");
            return self.close(&visit, Reply::failure(&failure), None);
        }
        let fault = lock(&self.armed).take(&visit.target.method, visit.target.user_id(), false);
        match fault {
            None => {
                let reply = self.carry_out(&visit);
                self.close(&visit, reply, None)
            }
            Some(fault) => self.spoil(line, &visit, fault).await,
        }
    }

    /// Answers a call that meets trouble.
    async fn spoil(&self, line: &Line, visit: &Visit, fault: Fault) -> Reply {
        let mut reply =
            if fault.carries_out() { self.carry_out(visit) } else { Reply::for_fault(&fault) };
        match &fault {
            Fault::Slow(delay) => {
                tokio::time::sleep(*delay).await;
                self.worked(visit, *delay);
            }
            Fault::AnswerLost => {
                line.close();
                reply.status = None;
            }
            Fault::Reset => {
                line.reset();
                reply.status = None;
            }
            Fault::Hang => {
                reply.status = None;
                // Written down first: the caller may go, and this with them.
                reply = self.close(visit, reply, Some(&fault));
                let mut stopping = self.stopping.clone();
                // An error means that the portal is gone, which is as good.
                let _ = stopping.wait_for(|stopping| *stopping).await;
                line.close();
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
                let time = envelope::time(visit.when, self.operating(visit, method));
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

    /// Runs the commands of a batch in their order. The surplus ones each get an error.
    fn run_batch(&self, visit: &Visit, caller: &Caller) -> Value {
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
    ) -> Result<(Answer, serde_json::Value), Failure> {
        let (name, params) = results.parse(command);
        let visit = self.visit(batch.target.with_method(&name), params, Some(batch.number));
        let fault = lock(&self.armed).take(&name, Some(caller.user_id), true);
        let outcome = match &fault {
            Some(Fault::Error { status, code, description }) => {
                Err(Failure::new(*status, code, description))
            }
            Some(_) => Ok(Answer { result: Value::Bool(true), ..Answer::default() }),
            None => self.run_listed(&visit, caller, &name),
        };
        let outcome = outcome.map(|answer| {
            let operating = Method::find(&name).and_then(|method| self.operating(&visit, method));
            (answer, envelope::time(visit.when, operating))
        });
        let (status, error) = match &outcome {
            Ok(_) => (200, None),
            Err(failure) => (failure.status, Some(failure.code.clone())),
        };
        self.keep(&visit, Some(status), error, fault.as_ref());
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

    fn visit(&self, target: Target, params: Array, batch: Option<u64>) -> Visit {
        let number = self.journal.arrived(&target.method, target.user_id());
        let (when, since) = (jiff::Timestamp::now(), Instant::now());
        Visit { number, when, since, target, params, batch }
    }

    /// Writes the call down and hands its answer on.
    fn close(&self, visit: &Visit, reply: Reply, fault: Option<&Fault>) -> Reply {
        self.keep(visit, reply.status, reply.error.clone(), fault);
        reply
    }

    fn keep(
        &self,
        visit: &Visit,
        status: Option<u16>,
        error: Option<String>,
        fault: Option<&Fault>,
    ) {
        let mut params = serde_json::to_value(&visit.params).unwrap_or_default();
        if let Some(secret) = visit.target.secret() {
            redact(&mut params, secret);
        }
        self.journal.keep(Call {
            number: visit.number,
            when: visit.when,
            method: visit.target.method.clone(),
            params,
            user_id: visit.target.user_id(),
            status,
            error,
            fault: fault.map(Fault::name),
            batch: visit.batch,
            duration_ms: u64::try_from(visit.since.elapsed().as_millis()).unwrap_or(u64::MAX),
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
