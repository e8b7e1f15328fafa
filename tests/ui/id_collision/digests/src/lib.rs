//! The SHA-256 digests of these two names begin with the same 48 bits.

mod bookings;
mod drafts;
