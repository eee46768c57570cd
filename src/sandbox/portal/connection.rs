//! Connections that can be cut in the middle of an exchange.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll};

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};

const WHOLE: u8 = 0;
const CLOSED: u8 = 1;
const RESET: u8 = 2;

/// A connection, as the handler of a request sees it.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// The other end.
    pub(super) peer: SocketAddr,
    cut: Arc<AtomicU8>,
}

impl Line {
    /// Nothing is written any more: the answer that follows is lost and the connection closed.
    pub(super) fn close(&self) {
        self.cut.store(CLOSED, Ordering::Release);
    }

    /// The same, with a reset.
    pub(super) fn reset(&self) {
        self.cut.store(RESET, Ordering::Release);
    }
}

impl Connected<IncomingStream<'_, Door>> for Line {
    fn connect_info(stream: IncomingStream<'_, Door>) -> Self {
        stream.remote_addr().clone()
    }
}

/// A listener for such connections.
#[derive(Debug)]
pub(super) struct Door(pub(super) TcpListener);

impl Listener for Door {
    type Io = Stream;
    type Addr = Line;

    async fn accept(&mut self) -> (Stream, Line) {
        let (tcp, peer) = Listener::accept(&mut self.0).await;
        // A failure costs a little time, nothing else.
        let _ = tcp.set_nodelay(true);
        let cut = Arc::new(AtomicU8::new(WHOLE));
        (Stream { tcp, cut: Arc::clone(&cut) }, Line { peer, cut })
    }

    fn local_addr(&self) -> io::Result<Line> {
        Ok(Line { peer: self.0.local_addr()?, cut: Arc::default() })
    }
}

/// The server's end of a connection.
#[derive(Debug)]
pub(super) struct Stream {
    tcp: TcpStream,
    cut: Arc<AtomicU8>,
}

impl Stream {
    /// Fails once the connection is cut, which makes the server drop it.
    fn check(&self) -> io::Result<()> {
        match self.cut.load(Ordering::Acquire) {
            WHOLE => Ok(()),
            cut => {
                if cut == RESET {
                    self.tcp.set_zero_linger()?;
                }
                Err(io::ErrorKind::ConnectionReset.into())
            }
        }
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_read(context, buffer)
    }
}

impl AsyncWrite for Stream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.check()?;
        Pin::new(&mut self.tcp).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.check()?;
        Pin::new(&mut self.tcp).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.tcp.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.tcp).poll_shutdown(context)
    }
}
