//! Placeholder of jieyou-store, filled by the next commits.
