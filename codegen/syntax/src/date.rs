//! Days as they are written in attributes, and the moments they stand for.

use std::fmt;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Reads `YYYY-MM-DD`, from the year 1970 on.
    ///
    /// ```
    /// use tramline_syntax::date::Date;
    ///
    /// assert_eq!(Date::parse("2028-02-29").unwrap().to_string(), "2028-02-29");
    /// assert_eq!(Date::parse("2027-02-29"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let shape = |(index, byte): (usize, u8)| match index {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        };
        if text.len() != 10 || !text.bytes().enumerate().all(shape) {
            return None;
        }
        let year = text[..4].parse().ok().filter(|year| *year >= 1970)?;
        let (month, day) = (text[5..7].parse().ok()?, text[8..].parse().ok()?);
        let fits = (1..=12).contains(&month) && (1..=length(year, month)).contains(&day);
        fits.then_some(Date { year, month, day })
    }

    /// The seconds between 1970 and the beginning of the day in UTC.
    ///
    /// ```
    /// use tramline_syntax::date::Date;
    ///
    /// assert_eq!(Date::parse("2026-06-01").unwrap().unix(), 1_780_272_000);
    /// ```
    pub fn unix(self) -> i64 {
        let years: i64 = (1970..self.year)
            .map(|year| if is_leap(year) { 366 } else { 365 })
            .sum();
        let months: i64 = (1..self.month)
            .map(|month| i64::from(length(self.year, month)))
            .sum();
        (years + months + i64::from(self.day) - 1) * 86_400
    }
}

/// The days of a month.
fn length(year: u16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Date { year, month, day } = self;
        write!(formatter, "{year:04}-{month:02}-{day:02}")
    }
}
