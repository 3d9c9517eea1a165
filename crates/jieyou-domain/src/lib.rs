//! Placeholder of jieyou-domain, filled by the next commits.
