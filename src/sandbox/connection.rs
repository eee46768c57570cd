//! Serving on a port that can be freed at once, over connections that can be cut.

use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU8, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    extract::connect_info::Connected,
    handler::Handler,
    serve::{IncomingStream, Listener},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
    sync::watch,
};

/// A server that runs in the background; it ends when stopped or dropped.
#[derive(Debug)]
pub(super) struct Running {
    door: Door,
    stop: watch::Sender<bool>,
}

impl Running {
    /// Serves all requests with one handler. The caller made the channel, so that the handler's
    /// state can hold the other end.
    pub(super) fn serve<H, T, S>(
        listener: TcpListener,
        handler: H,
        state: S,
        stop: watch::Sender<bool>,
    ) -> Self
    where
        H: Handler<T, S>,
        T: 'static,
        S: Clone + Send + Sync + 'static,
    {
        let door = Door(Arc::new(Mutex::new(Some(listener))));
        let service = handler.with_state(state).into_make_service_with_connect_info::<Link>();
        let serving = axum::serve(door.clone(), service)
            .with_graceful_shutdown(stopped(stop.subscribe()))
            .into_future();
        tokio::spawn(serving);
        Self { door, stop }
    }

    /// Frees the port and closes idle connections. The handler decides what becomes of the calls
    /// under way.
    pub(super) fn stop(&self) {
        self.door.close();
        self.stop.send_replace(true);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Waits until the server is stopped.
pub(super) async fn stopped(mut stop: watch::Receiver<bool>) {
    // An error means that the server is gone, which is as good.
    let _ = stop.wait_for(|stopped| *stopped).await;
}

/// The listening socket, which can be closed from outside.
#[derive(Debug, Clone)]
struct Door(Arc<Mutex<Option<TcpListener>>>);

impl Door {
    fn close(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

impl Listener for Door {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        loop {
            let accepted = std::future::poll_fn(|context| {
                let door = self.0.lock().unwrap_or_else(PoisonError::into_inner);
                match &*door {
                    Some(listener) => listener.poll_accept(context),
                    None => Poll::Pending,
                }
            });
            if let Ok((stream, peer)) = accepted.await {
                // A failure costs a little time, nothing else.
                let _ = stream.set_nodelay(true);
                return (Connection { stream, link: Link { peer, cut: Arc::default() } }, peer);
            }
            // Out of descriptors, most likely: try again when some may have been closed.
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        let door = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        door.as_ref().ok_or(io::ErrorKind::NotConnected)?.local_addr()
    }
}

/// How a connection ends instead of being answered on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// As if the other side had closed it.
    Close = 1,
    /// As if the other side had crashed.
    Reset = 2,
}

/// A connection, as the handler of a request sees it.
#[derive(Debug, Clone)]
pub(super) struct Link {
    /// The other end.
    pub(super) peer: SocketAddr,
    /// 0, or an [`End`].
    cut: Arc<AtomicU8>,
}

impl Link {
    /// What is written from now on is not sent; the connection ends instead.
    pub(super) fn cut(&self, end: End) {
        self.cut.store(end as u8, Ordering::Release);
    }

    pub(super) fn is_cut(&self) -> bool {
        self.cut.load(Ordering::Acquire) != 0
    }
}

impl Connected<IncomingStream<'_, Door>> for Link {
    fn connect_info(stream: IncomingStream<'_, Door>) -> Self {
        stream.io().link.clone()
    }
}

/// The server's end of a connection.
#[derive(Debug)]
struct Connection {
    stream: TcpStream,
    link: Link,
}

impl Connection {
    /// Fails once the connection is cut, which makes the server drop it.
    fn check(&self) -> io::Result<()> {
        if !self.link.is_cut() {
            return Ok(());
        }
        if self.link.cut.load(Ordering::Acquire) == End::Reset as u8 {
            self.stream.set_zero_linger()?;
        }
        Err(io::ErrorKind::ConnectionReset.into())
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.check()?;
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.check()?;
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        // The other side may have ended it first; then there is nothing left to shut.
        Pin::new(&mut self.stream).poll_shutdown(context).map(|_| Ok(()))
    }
}
