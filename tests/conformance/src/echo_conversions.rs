//! Echoes of fields that modules and adapters write and read.

use crate::conversions::{
    BorrowingAdapters, ChronoModules, JiffModules, JiffTexts, LooseModules, MomentAdapters,
    NaiveModules, OtherAdapters, OtherModules, SpanAdapters, TimeModules, TimeTexts, Uuids,
};
use crate::seen::{seen, seen_plainly};

#[tramline::query]
pub async fn echo_chrono_modules(values: Vec<ChronoModules>) -> Vec<ChronoModules> {
    seen(values)
}

#[tramline::query]
pub async fn echo_naive_modules(values: Vec<NaiveModules>) -> Vec<NaiveModules> {
    seen(values)
}

#[tramline::query]
pub async fn echo_jiff_modules(values: Vec<JiffModules>) -> Vec<JiffModules> {
    seen(values)
}

#[tramline::query]
pub async fn echo_jiff_texts(values: Vec<JiffTexts>) -> Vec<JiffTexts> {
    seen(values)
}

#[tramline::query]
pub async fn echo_time_modules(values: Vec<TimeModules>) -> Vec<TimeModules> {
    seen(values)
}

#[tramline::query]
pub async fn echo_time_texts(values: Vec<TimeTexts>) -> Vec<TimeTexts> {
    seen(values)
}

#[tramline::query]
pub async fn echo_uuids(values: Vec<Uuids>) -> Vec<Uuids> {
    seen(values)
}

#[tramline::query]
pub async fn echo_other_modules(values: Vec<OtherModules>) -> Vec<OtherModules> {
    seen(values)
}

#[tramline::query]
pub async fn echo_span_adapters(values: Vec<SpanAdapters>) -> Vec<SpanAdapters> {
    seen(values)
}

#[tramline::query]
pub async fn echo_moment_adapters(values: Vec<MomentAdapters>) -> Vec<MomentAdapters> {
    seen(values)
}

#[tramline::query]
pub async fn echo_other_adapters(values: Vec<OtherAdapters>) -> Vec<OtherAdapters> {
    seen(values)
}

#[tramline::query]
pub async fn echo_borrowing_adapters(
    values: Vec<BorrowingAdapters<'_>>,
) -> Vec<BorrowingAdapters<'_>> {
    seen(values)
}

#[tramline::query]
pub async fn echo_loose_modules(values: Vec<LooseModules>) -> Vec<LooseModules> {
    seen_plainly(values)
}
