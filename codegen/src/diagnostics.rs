//! What is wrong with the user's source, and how it is shown.
