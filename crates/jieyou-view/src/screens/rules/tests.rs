//! The models of the rules pages.
