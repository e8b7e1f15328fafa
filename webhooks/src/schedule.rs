//! When a delivery that failed is tried again.

use std::time::Duration;

/// The pauses between the attempts of a delivery.
///
/// By default there are ten attempts within about three days, at the times that Standard Webhooks
/// recommends: at once, after 5 seconds, 5 minutes, 30 minutes, then 2, 5, 10, 14, 20 and 24 hours.
///
/// ```
/// use std::time::Duration;
/// use tramline_webhooks::Schedule;
///
/// assert_eq!(Schedule::default().attempts(), 10);
/// let impatient = Schedule::new([Duration::from_secs(1), Duration::from_secs(60)]);
/// assert_eq!(impatient.attempts(), 3);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule(Vec<Duration>);

impl Schedule {
    /// A schedule with these pauses between attempts, of which there is one more.
    pub fn new(pauses: impl IntoIterator<Item = Duration>) -> Self {
        Self(pauses.into_iter().collect())
    }

    /// A schedule of `attempts` whose pauses double from `first` on, but never exceed `longest`.
    pub fn doubling(first: Duration, longest: Duration, attempts: u32) -> Self {
        let pauses = (1..attempts).scan(first, |next, _| {
            let pause = (*next).min(longest);
            *next = next.saturating_mul(2);
            Some(pause)
        });
        Self::new(pauses)
    }

    /// How many attempts there are at most.
    pub fn attempts(&self) -> usize {
        self.0.len() + 1
    }

    /// How long to wait after as many attempts; nothing, if that was the last one.
    pub(crate) fn pause(&self, attempts: u32) -> Option<Duration> {
        let index = usize::try_from(attempts).ok()?.checked_sub(1)?;
        self.0.get(index).copied()
    }
}

impl Default for Schedule {
    fn default() -> Self {
        const MINUTE: u64 = 60;
        const HOUR: u64 = 60 * MINUTE;
        let seconds = [
            5,
            5 * MINUTE,
            30 * MINUTE,
            2 * HOUR,
            5 * HOUR,
            10 * HOUR,
            14 * HOUR,
            20 * HOUR,
            24 * HOUR,
        ];
        Self::new(seconds.map(Duration::from_secs))
    }
}

/// Up to a fifth longer, so that what failed together does not come again together.
pub(crate) fn spread(pause: Duration) -> Duration {
    pause.saturating_add((pause / 5).mul_f64(crate::random::fraction()))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Schedule, spread};

    fn seconds(schedule: &Schedule) -> Vec<u64> {
        let pauses = (1..).map_while(|attempts| schedule.pause(attempts));
        pauses.map(|pause| pause.as_secs()).collect()
    }

    #[test]
    fn the_standard_schedule_is_the_default() {
        let from_start = seconds(&Schedule::default())
            .into_iter()
            .scan(0, |sum, pause| {
                *sum += pause;
                Some(*sum)
            });
        let at = |hours: u64, minutes: u64, seconds: u64| hours * 3600 + minutes * 60 + seconds;
        let expected = [
            at(0, 0, 5),
            at(0, 5, 5),
            at(0, 35, 5),
            at(2, 35, 5),
            at(7, 35, 5),
            at(17, 35, 5),
            at(31, 35, 5),
            at(51, 35, 5),
            at(75, 35, 5),
        ];
        assert_eq!(from_start.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn pauses_double_up_to_the_longest() {
        let minute = Duration::from_secs(60);
        let schedule = Schedule::doubling(Duration::from_secs(10), minute, 6);
        assert_eq!(seconds(&schedule), [10, 20, 40, 60, 60]);
        assert_eq!(schedule.attempts(), 6);
        assert_eq!(Schedule::doubling(minute, minute, 1), Schedule::new([]));
        assert_eq!(Schedule::new([]).pause(1), None);
        assert_eq!(Schedule::default().pause(0), None);
    }

    #[test]
    fn jitter_adds_at_most_a_fifth() {
        let hour = Duration::from_secs(3600);
        let spreads: Vec<_> = (0..100).map(|_| spread(hour)).collect();
        assert!(spreads.iter().all(|it| (hour..=hour * 6 / 5).contains(it)));
        assert!(spreads.iter().any(|it| *it != spreads[0]));
    }
}
