//! Runs a future to its end. The stores of the command line never wait, so this polls.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Polls until the future is ready.
pub fn wait<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}
