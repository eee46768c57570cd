//! Durations and dates in words.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use super::{
    keys::Key,
    locale::Locale,
    text::{Args, Html},
};

/// A duration in its two biggest units, rounded up to whole seconds: somebody who waits that long
/// has waited long enough. A second at least.
pub(super) fn duration(locale: Locale, duration: SignedDuration) -> Html {
    let begun = i64::from(duration.subsec_nanos() > 0);
    let total = duration.as_secs().saturating_add(begun).max(1);
    let parts = [
        (Key::DurationDays, total / 86_400),
        (Key::DurationHours, total / 3600 % 24),
        (Key::DurationMinutes, total / 60 % 60),
        (Key::DurationSeconds, total % 60),
    ];
    let biggest = parts.iter().position(|(_, count)| *count > 0).unwrap_or(parts.len() - 1);
    let word = |(key, count): (Key, i64)| locale.html(key, Args::new().number("count", count));
    let big = word(parts[biggest]);
    match parts.get(biggest + 1) {
        Some(next) if next.1 > 0 => {
            locale.html(Key::DurationBoth, Args::new().html("big", big).html("small", word(*next)))
        }
        _ => big,
    }
}

/// The day of a moment, in UTC.
pub(super) fn date(locale: Locale, moment: Timestamp) -> Html {
    let date = moment.to_zoned(TimeZone::UTC).date();
    let month = locale.html(Key::Month, Args::new().number("month", date.month()));
    let args = Args::new().number("day", date.day()).html("month", month);
    locale.html(Key::Date, args.number("year", date.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn russian() -> Locale {
        Locale::negotiate("ru").unwrap()
    }

    #[test]
    fn durations_take_their_two_biggest_units() {
        for (duration_ms, english, words) in [
            (-5000, "1 second", "1 секунду"),
            (0, "1 second", "1 секунду"),
            (1500, "2 seconds", "2 секунды"),
            (59_001, "1 minute", "1 минуту"),
            (61_000, "1 minute 1 second", "1 минуту 1 секунду"),
            (240_000, "4 minutes", "4 минуты"),
            (3_600_000, "1 hour", "1 час"),
            (3_659_000, "1 hour", "1 час"),
            (40_320_000, "11 hours 12 minutes", "11 часов 12 минут"),
            (1_900_800_000, "22 days", "22 дня"),
            (90_000_000, "1 day 1 hour", "1 день 1 час"),
        ] {
            let length = SignedDuration::from_millis(duration_ms);
            assert_eq!(duration(Locale::DEFAULT, length).into_string(), english);
            assert_eq!(duration(russian(), length).into_string(), words);
        }
        duration(russian(), SignedDuration::MAX);
        duration(russian(), SignedDuration::MIN);
    }

    #[test]
    fn dates_are_written_day_month_year() {
        let moment: Timestamp = "2026-03-05T23:59:59Z".parse().unwrap();
        assert_eq!(date(Locale::DEFAULT, moment).into_string(), "5 March 2026");
        assert_eq!(date(russian(), moment).into_string(), "5 марта 2026");
    }
}
