//! Why a file is not imported: codes, places and values, never sentences.

use crate::event_store::StoreError;
use crate::record::{Origin, RecordError};
use jieyou_domain::Realm;
use thiserror::Error;

/// Why a file cannot be imported. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImportError {
    /// Not JSON.
    #[error("import/not-json at {line}:{column}")]
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// In which way.
        how: Broken,
    },
    /// JSON of another program.
    #[error("import/other-program")]
    OtherProgram,
    /// Written by a newer program.
    #[error("import/newer {version}")]
    Newer {
        /// Its version.
        version: u32,
    },
    /// Ours, but not of the shape that its version has.
    #[error("import/shape at {line}:{column}")]
    Shape {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// A real ledger's file for a training ledger, or the other way round.
    #[error("import/other-realm")]
    OtherRealm {
        /// The file's realm.
        file: Realm,
    },
    /// A record is not as it was written.
    #[error("import/record {number}: {why}")]
    Record {
        /// Its number in the file, from 1.
        number: usize,
        /// Who wrote it and under which number, when its head can still be read.
        place: Option<(Origin, u64)>,
        /// What is wrong with it.
        why: RecordError,
    },
    /// A record's head was changed, or a record was taken out or put in.
    #[error("import/sum")]
    Sum {
        /// The record that most likely was changed or is missing: who wrote it, and its
        /// number there.
        suspect: Option<(Origin, u64)>,
    },
    /// A contact does not read.
    #[error("import/contact {number}")]
    Contact {
        /// Its number in the file, from 1.
        number: usize,
    },
    /// A file between two units for a ledger without a unit: there is nobody to sign.
    #[error("import/no-unit")]
    NoUnit,
    /// A file between two units that holds more than matters.
    #[error("import/not-of-matters")]
    NotOfMatters,
}

impl ImportError {
    /// The stable code, listed in `docs/codes.md`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotJson { .. } => "import/not-json",
            Self::OtherProgram => "import/other-program",
            Self::Newer { .. } => "import/newer",
            Self::Shape { .. } => "import/shape",
            Self::OtherRealm { .. } => "import/other-realm",
            Self::Record { .. } => "import/record",
            Self::Sum { .. } => "import/sum",
            Self::Contact { .. } => "import/contact",
            Self::NoUnit => "import/no-unit",
            Self::NotOfMatters => "import/not-of-matters",
        }
    }
}

/// In which way a text is no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// Nothing is in it.
    Empty,
    /// It ends too early: a copy that was cut off.
    CutOff,
    /// It begins as a ledger's file does, and a line of it is broken.
    Line,
    /// Nothing says that it is a ledger's file.
    Foreign,
}

/// Why an import did not happen: the file or the machine.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImportFailed {
    /// The file.
    #[error(transparent)]
    File(#[from] ImportError),
    /// The machine.
    #[error(transparent)]
    Store(#[from] StoreError),
}
