//! From the browser's errors to ours, by the names that the standard gives them.

use crate::event_store::StoreError;
use indexed_db_futures::error::{DomException, Error, OpenDbError};

/// Why a request or a transaction failed.
pub(super) fn failed(error: &Error) -> StoreError {
    match error {
        Error::DomException(DomException::ConstraintError(_)) => StoreError::Moved,
        Error::DomException(exception) => {
            let exception = web_sys::DomException::from(exception.clone());
            match exception.name().as_str() {
                "QuotaExceededError" => StoreError::Full,
                "VersionError" => StoreError::NewerFormat,
                "InvalidStateError" | "SecurityError" | "NotAllowedError" => {
                    StoreError::Unavailable
                }
                name => StoreError::Other(format!("{name}: {}", exception.message())),
            }
        }
        Error::Serialisation(_) => StoreError::Other("serialisation".to_owned()),
        Error::MissingData(_) => StoreError::Other("missing-data".to_owned()),
        Error::Unknown(_) => StoreError::Other("unknown".to_owned()),
    }
}

/// Why a database was not opened.
pub(super) fn not_opened(error: OpenDbError) -> StoreError {
    match error {
        OpenDbError::Base(error) => failed(&error),
        OpenDbError::VersionZero
        | OpenDbError::UnsupportedEnvironment
        | OpenDbError::NullFactory => StoreError::Unavailable,
    }
}
