//! Placeholder of jieyou-view, filled by the next commits.
