//! Connections: so many at once, and none that is slow on purpose.

use std::{pin::pin, sync::Arc, time::Duration};

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore, watch},
    task::JoinSet,
};

use super::Limits;

/// How long the requests under way may take when the process ends.
const GRACE: Duration = Duration::from_secs(2);

/// The largest head of a request, in bytes.
const LARGEST_HEAD: usize = 16 * 1024;

/// Serves the router on the listener until it is told to stop.
pub(super) async fn run(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    mut stop: watch::Receiver<bool>,
) {
    let mut connections = JoinSet::new();
    let each = Each { router, head: limits.head, stop: stop.clone() };
    tokio::select! {
        () = told(&mut stop) => {}
        () = accept(&listener, limits.connections, &mut connections, &each) => {}
    }
    drop(listener);
    let ended = async { while connections.join_next().await.is_some() {} };
    if tokio::time::timeout(GRACE, ended).await.is_err() {
        tracing::debug!("requests were cut off at the end of the process");
    }
}

/// Waits until the end is told. An error means that whoever could tell is gone, which is as good.
async fn told(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

async fn accept(listener: &TcpListener, room: usize, connections: &mut JoinSet<()>, each: &Each) {
    let room = Arc::new(Semaphore::new(room));
    // It is never closed.
    while let Ok(place) = Arc::clone(&room).acquire_owned().await {
        let Ok((stream, _)) = listener.accept().await else {
            // Out of descriptors, most likely: try again when some may have been closed.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        while connections.try_join_next().is_some() {}
        connections.spawn(each.clone().serve(stream, place));
    }
}

/// What every connection gets.
#[derive(Clone)]
struct Each {
    router: Router,
    head: Duration,
    stop: watch::Receiver<bool>,
}

impl Each {
    async fn serve(mut self, stream: TcpStream, _place: OwnedSemaphorePermit) {
        // A failure costs a little time, nothing else.
        let _ = stream.set_nodelay(true);
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.head)
            .max_buf_size(LARGEST_HEAD)
            .serve_connection(TokioIo::new(stream), TowerToHyperService::new(self.router));
        let mut connection = pin!(connection);
        let ended = tokio::select! {
            ended = connection.as_mut() => ended,
            () = told(&mut self.stop) => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        if let Err(error) = ended {
            tracing::debug!(%error, "a connection broke");
        }
    }
}
