//! Moments as text: `2026-06-01T12:00:00.250Z`.

use crate::clock::Moment;

/// The moment in UTC, with milliseconds.
pub(crate) fn format(moment: Moment) -> String {
    let days = moment.0.div_euclid(86_400_000);
    let within = moment.0.rem_euclid(86_400_000);
    let (year, month, day) = date(days);
    let (seconds, millis) = (within / 1000, within % 1000);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{millis:03}Z")
}

/// Year, month and day of the Gregorian calendar, `days` after 1 January 1970.
///
/// Years are counted from March, so that the leap day is the last of one, and in cycles of 400
/// years, which all have the same number of days.
fn date(days: i64) -> (i64, i64, i64) {
    const CYCLE: i64 = 146_097;
    const MARCH_OF_YEAR_0: i64 = 719_468;
    let days = days.saturating_add(MARCH_OF_YEAR_0);
    let day = days.rem_euclid(CYCLE);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    // Five months from March on have 153 days, whichever five they are.
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = days.div_euclid(CYCLE) * 400 + year + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::{Moment, format};

    #[test]
    fn moments_are_written_in_utc() {
        for (millis, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (951_868_800_000, "2000-03-01T00:00:00.000Z"),
            (1_667_507_170_344, "2022-11-03T20:26:10.344Z"),
            (1_709_251_199_999, "2024-02-29T23:59:59.999Z"),
            (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
        ] {
            assert_eq!(format(Moment(millis)), text);
        }
    }

    proptest::proptest! {
        /// SQLite knows the calendar too.
        #[test]
        fn sqlite_agrees(millis in -62_167_219_200_000_i64..253_402_300_800_000) {
            let sqlite = rusqlite::Connection::open_in_memory().unwrap();
            let read: i64 = sqlite
                .query_row("select cast(round(unixepoch(?1, 'subsec') * 1000) as integer)",
                    [format(Moment(millis))], |row| row.get(0))
                .unwrap();
            proptest::prop_assert_eq!(read, millis);
        }
    }
}
