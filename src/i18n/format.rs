//! Durations and dates in words.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};

use super::{
    keys::Key,
    locale::Locale,
    text::{Args, Html},
};
use crate::domain::card::Clock;

/// A duration in its two biggest units, rounded up to whole seconds: somebody who waits that long
/// has waited long enough. A second at least.
pub(super) fn duration(locale: Locale, duration: SignedDuration) -> Html {
    let begun = i64::from(duration.subsec_nanos() > 0);
    let (big, small) = units(duration.as_secs().saturating_add(begun));
    let big = words(locale, big);
    match small {
        Some(small) => {
            let args = Args::new().html("big", big).html("small", words(locale, small));
            locale.html(Key::DurationBoth, args)
        }
        None => big,
    }
}

/// The same, rounded up to whole minutes: for what nobody counts the seconds of.
pub(super) fn minutes(locale: Locale, length: SignedDuration) -> Html {
    let begun = i64::from(length.as_secs() % 60 > 0 || length.subsec_nanos() > 0);
    let minutes = length.as_mins().saturating_add(begun).clamp(1, i64::MAX / 60);
    duration(locale, SignedDuration::from_secs(minutes * 60))
}

/// How long something has lasted, rounded down to whole minutes. A minute at least.
pub(super) fn lasted(locale: Locale, length: SignedDuration) -> Html {
    duration(locale, SignedDuration::from_mins(length.as_mins().clamp(1, i64::MAX / 60)))
}

/// A moment on somebody's clock: the time, and the day where it is not today.
pub(super) fn clock(locale: Locale, clock: Clock) -> Html {
    let (date, time) = (clock.at.date(), clock.at.time());
    let time = Html::trusted(format!("{:02}:{:02}", time.hour(), time.minute()));
    if date == clock.today {
        return time;
    }
    let weekday = Args::new().number("weekday", date.weekday().to_monday_one_offset());
    let month = locale.html(Key::Month, Args::new().number("month", date.month()));
    let args = Args::new().html("time", time).html("weekday", locale.html(Key::Weekday, weekday));
    locale.html(Key::ClockDay, args.number("day", date.day()).html("month", month))
}

/// How long ago something was, in its biggest unit, rounded down. A second at least.
pub(super) fn ago(locale: Locale, age: SignedDuration) -> Html {
    let (big, _) = units(age.as_secs());
    locale.html(Key::Ago, Args::new().html("duration", words(locale, big)))
}

/// How old something is, for a button: in its biggest unit, rounded down, a minute at least.
pub(super) fn age(locale: Locale, age: SignedDuration) -> String {
    let (key, count) = match age.as_secs().max(0) {
        seconds if seconds >= 86_400 => (Key::AgeDays, seconds / 86_400),
        seconds if seconds >= 3600 => (Key::AgeHours, seconds / 3600),
        seconds => (Key::AgeMinutes, (seconds / 60).max(1)),
    };
    locale.plain(key, Args::new().number("count", count))
}

/// How long something took, in seconds with one decimal. A tenth at least.
pub(super) fn seconds(locale: Locale, milliseconds: u64) -> Html {
    let tenths = (milliseconds.saturating_add(50) / 100).max(1);
    let args = Args::new().number("whole", tenths / 10).number("tenths", tenths % 10);
    locale.html(Key::Seconds, args)
}

type Amount = (Key, i64);

/// The biggest unit of a number of seconds, and the next one where there is anything of it.
fn units(seconds: i64) -> (Amount, Option<Amount>) {
    let total = seconds.max(1);
    let parts = [
        (Key::DurationDays, total / 86_400),
        (Key::DurationHours, total / 3600 % 24),
        (Key::DurationMinutes, total / 60 % 60),
        (Key::DurationSeconds, total % 60),
    ];
    let biggest = parts.iter().position(|(_, count)| *count > 0).unwrap_or(parts.len() - 1);
    let next = parts.get(biggest + 1).filter(|(_, count)| *count > 0);
    (parts[biggest], next.copied())
}

fn words(locale: Locale, (unit, count): Amount) -> Html {
    locale.html(unit, Args::new().number("count", count))
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
        for extreme in [SignedDuration::MIN, SignedDuration::MAX] {
            duration(russian(), extreme);
            minutes(russian(), extreme);
            ago(russian(), extreme);
        }
    }

    #[test]
    fn ages_and_remainders_are_not_told_to_the_second() {
        for (seconds, left, passed) in [
            (-5, "1 minute", "1 second ago"),
            (0, "1 minute", "1 second ago"),
            (59, "1 minute", "59 seconds ago"),
            (60, "1 minute", "1 minute ago"),
            (61, "2 minutes", "1 minute ago"),
            (7199, "2 hours", "1 hour ago"),
            (7201, "2 hours 1 minute", "2 hours ago"),
            (180_000, "2 days 2 hours", "2 days ago"),
        ] {
            let length = SignedDuration::from_secs(seconds);
            assert_eq!(minutes(Locale::DEFAULT, length).into_string(), left, "{seconds}");
            assert_eq!(ago(Locale::DEFAULT, length).into_string(), passed, "{seconds}");
        }
        let length = SignedDuration::from_secs(61);
        assert_eq!(ago(russian(), length).into_string(), "1 минуту назад");
    }

    #[test]
    fn seconds_have_the_decimal_mark_of_the_language() {
        for (milliseconds, english, words) in [
            (0, "0.1 s", "0,1 с"),
            (449, "0.4 s", "0,4 с"),
            (450, "0.5 s", "0,5 с"),
            (12_960, "13.0 s", "13,0 с"),
        ] {
            assert_eq!(seconds(Locale::DEFAULT, milliseconds).into_string(), english);
            assert_eq!(seconds(russian(), milliseconds).into_string(), words);
        }
        seconds(russian(), u64::MAX);
    }

    #[test]
    fn clocks_tell_the_day_where_it_is_not_today() {
        let clock_at =
            |at: &str| Clock { at: at.parse().unwrap(), today: "2026-03-05".parse().unwrap() };
        for (at, english, words) in [
            ("2026-03-05T15:30:59", "15:30", "15:30"),
            ("2026-03-05T00:05:00", "00:05", "00:05"),
            ("2026-03-06T09:00:00", "Fri, 6 March, 09:00", "пт, 6 марта, 09:00"),
            ("2026-03-08T09:00:00", "Sun, 8 March, 09:00", "вс, 8 марта, 09:00"),
        ] {
            assert_eq!(clock(Locale::DEFAULT, clock_at(at)).into_string(), english);
            assert_eq!(clock(russian(), clock_at(at)).into_string(), words);
        }
    }

    #[test]
    fn what_lasts_is_told_in_whole_minutes() {
        for (seconds, english) in [(0, "1 minute"), (119, "1 minute"), (7260, "2 hours 1 minute")] {
            let length = SignedDuration::from_secs(seconds);
            assert_eq!(lasted(Locale::DEFAULT, length).into_string(), english);
        }
        lasted(russian(), SignedDuration::MAX);
    }

    #[test]
    fn dates_are_written_day_month_year() {
        let moment: Timestamp = "2026-03-05T23:59:59Z".parse().unwrap();
        assert_eq!(date(Locale::DEFAULT, moment).into_string(), "5 March 2026");
        assert_eq!(date(russian(), moment).into_string(), "5 марта 2026");
    }
}
