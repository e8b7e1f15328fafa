//! The SHA-256 digests of these two names begin with the same 48 bits.

mod bookings;

#[tramline::action(renamed_from = "drafts.request_public_number")]
async fn publish(id: u64) -> u64 {
    id
}
