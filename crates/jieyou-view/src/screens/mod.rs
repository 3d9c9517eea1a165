//! Screen models: plain structs that follow from the book, the day and the language.
