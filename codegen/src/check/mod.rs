//! Rules over the [`Api`](crate::model::Api): one rule, one function, one message.
