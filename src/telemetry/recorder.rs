//! Where the numbers of the `metrics` facade are kept, and how Prometheus reads them.
//!
//! The usual exporter brings thirty crates for what are two maps and a page of text.

use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap},
    fmt::Write as _,
    sync::{
        Arc, Mutex, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
};

use metrics::{
    Counter, Gauge, GaugeFn as _, Histogram, HistogramFn, Key, KeyName, Metadata, Recorder,
    SharedString, Unit,
};

/// The upper bounds of a histogram of seconds: from a flush to a portal's longest time-out.
const SECONDS: &[f64] =
    &[0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0];

/// The upper bounds of a histogram that counts things.
const COUNTS: &[f64] = &[1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0];

/// All numbers of the process.
#[derive(Debug, Default)]
pub(super) struct Registry {
    counters: RwLock<HashMap<Key, Arc<AtomicU64>>>,
    gauges: RwLock<HashMap<Key, Arc<AtomicU64>>>,
    histograms: RwLock<HashMap<Key, Arc<Buckets>>>,
    help: Mutex<BTreeMap<String, SharedString>>,
}

/// A histogram: how many values fell into each bucket, and their sum.
#[derive(Debug)]
struct Buckets {
    bounds: &'static [f64],
    /// One more than there are bounds.
    counts: Vec<AtomicU64>,
    /// The bits of a float.
    sum: AtomicU64,
}

impl Buckets {
    /// By the name's ending: seconds, or things.
    fn new(name: &str) -> Self {
        let bounds = if name.ends_with("_seconds") { SECONDS } else { COUNTS };
        let counts = (0..=bounds.len()).map(|_| AtomicU64::new(0)).collect();
        Self { bounds, counts, sum: AtomicU64::new(0.0_f64.to_bits()) }
    }
}

impl HistogramFn for Buckets {
    fn record(&self, value: f64) {
        let at = self.bounds.partition_point(|bound| *bound < value);
        self.counts[at].fetch_add(1, Ordering::Relaxed);
        self.sum.increment(value);
    }
}

/// Finds what belongs to a key, or makes it.
fn get<T>(map: &RwLock<HashMap<Key, Arc<T>>>, key: &Key, make: impl FnOnce() -> T) -> Arc<T> {
    if let Some(found) = map.read().unwrap_or_else(PoisonError::into_inner).get(key) {
        return Arc::clone(found);
    }
    let mut map = map.write().unwrap_or_else(PoisonError::into_inner);
    Arc::clone(map.entry(key.clone()).or_insert_with(|| Arc::new(make())))
}

impl Registry {
    fn describe(&self, name: &KeyName, help: SharedString) {
        let mut all = self.help.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(name.as_str().to_owned(), help);
    }

    /// All numbers, in Prometheus's text format 0.0.4. The order is the same each time.
    pub(super) fn render(&self) -> String {
        let mut page = Page::default();
        for (key, value) in self.counters.read().unwrap_or_else(PoisonError::into_inner).iter() {
            page.line(key, "counter", &value.load(Ordering::Relaxed).to_string());
        }
        for (key, value) in self.gauges.read().unwrap_or_else(PoisonError::into_inner).iter() {
            page.line(key, "gauge", &f64::from_bits(value.load(Ordering::Relaxed)).to_string());
        }
        for (key, value) in self.histograms.read().unwrap_or_else(PoisonError::into_inner).iter() {
            page.histogram(key, value);
        }
        page.write(&self.help.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Recorder for Registry {
    fn describe_counter(&self, name: KeyName, _: Option<Unit>, help: SharedString) {
        self.describe(&name, help);
    }

    fn describe_gauge(&self, name: KeyName, _: Option<Unit>, help: SharedString) {
        self.describe(&name, help);
    }

    fn describe_histogram(&self, name: KeyName, _: Option<Unit>, help: SharedString) {
        self.describe(&name, help);
    }

    fn register_counter(&self, key: &Key, _: &Metadata<'_>) -> Counter {
        Counter::from_arc(get(&self.counters, key, || AtomicU64::new(0)))
    }

    fn register_gauge(&self, key: &Key, _: &Metadata<'_>) -> Gauge {
        Gauge::from_arc(get(&self.gauges, key, || AtomicU64::new(0.0_f64.to_bits())))
    }

    fn register_histogram(&self, key: &Key, _: &Metadata<'_>) -> Histogram {
        Histogram::from_arc(get(&self.histograms, key, || Buckets::new(key.name())))
    }
}

/// The lines of each name, in the order in which they are written.
#[derive(Default)]
struct Page(BTreeMap<String, (&'static str, BTreeMap<String, String>)>);

impl Page {
    fn lines(&mut self, key: &Key, kind: &'static str) -> &mut BTreeMap<String, String> {
        &mut self.0.entry(key.name().to_owned()).or_insert((kind, BTreeMap::new())).1
    }

    fn line(&mut self, key: &Key, kind: &'static str, value: &str) {
        let line = format!("{}{} {value}\n", key.name(), braced(&labels(key)));
        self.lines(key, kind).insert(labels(key), line);
    }

    fn histogram(&mut self, key: &Key, buckets: &Buckets) {
        let (name, labels) = (key.name(), labels(key));
        let comma = if labels.is_empty() { "" } else { "," };
        let mut lines = String::new();
        let mut total = 0;
        let bounds = buckets.bounds.iter().map(f64::to_string).chain(["+Inf".to_owned()]);
        for (bound, count) in bounds.zip(&buckets.counts) {
            total += count.load(Ordering::Relaxed);
            let _ = writeln!(lines, "{name}_bucket{{{labels}{comma}le=\"{bound}\"}} {total}");
        }
        let sum = f64::from_bits(buckets.sum.load(Ordering::Relaxed));
        let braced = braced(&labels);
        let _ = writeln!(lines, "{name}_sum{braced} {sum}\n{name}_count{braced} {total}");
        self.lines(key, "histogram").insert(labels, lines);
    }

    fn write(self, help: &BTreeMap<String, SharedString>) -> String {
        let mut text = String::new();
        for (name, (kind, lines)) in self.0 {
            if let Some(help) = help.get(&name) {
                let _ = writeln!(text, "# HELP {name} {help}");
            }
            let _ = writeln!(text, "# TYPE {name} {kind}");
            text.extend(lines.into_values());
        }
        text
    }
}

fn labels(key: &Key) -> String {
    let each = key.labels().map(|l| format!("{}=\"{}\"", l.key(), escaped(l.value())));
    each.collect::<Vec<_>>().join(",")
}

fn braced(labels: &str) -> String {
    if labels.is_empty() { String::new() } else { format!("{{{labels}}}") }
}

fn escaped(value: &str) -> Cow<'_, str> {
    if value.contains(['\\', '"', '\n']) {
        value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").into()
    } else {
        value.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_what_prometheus_reads() {
        let registry = Registry::default();
        metrics::with_local_recorder(&registry, || {
            metrics::describe_counter!("b_total", "Things.");
            metrics::counter!("b_total", "how" => "two\"\\\n").increment(2);
            metrics::counter!("b_total", "how" => "one").increment(1);
            metrics::gauge!("c").set(1.5);
            metrics::gauge!("c").decrement(1.0);
            for value in [0.001, 0.3, 99.0] {
                metrics::histogram!("a_seconds", "at" => "x").record(value);
            }
            metrics::histogram!("d").record(3.0);
        });
        let page = registry.render();
        let (seconds, rest) = page.split_at(page.find("# HELP b_total").unwrap());
        assert!(seconds.starts_with("# TYPE a_seconds histogram\n"), "{seconds}");
        for line in [
            r#"a_seconds_bucket{at="x",le="0.001"} 1"#,
            r#"a_seconds_bucket{at="x",le="0.25"} 1"#,
            r#"a_seconds_bucket{at="x",le="0.5"} 2"#,
            r#"a_seconds_bucket{at="x",le="60"} 2"#,
            r#"a_seconds_bucket{at="x",le="+Inf"} 3"#,
            r#"a_seconds_sum{at="x"} 99.301"#,
            r#"a_seconds_count{at="x"} 3"#,
        ] {
            assert!(seconds.lines().any(|found| found == line), "{line} in {seconds}");
        }
        assert!(
            rest.starts_with(concat!(
                "# HELP b_total Things.\n# TYPE b_total counter\n",
                "b_total{how=\"one\"} 1\nb_total{how=\"two\\\"\\\\\\n\"} 2\n",
                "# TYPE c gauge\nc 0.5\n# TYPE d histogram\nd_bucket{le=\"1\"} 0\n"
            )),
            "{rest}"
        );
        assert!(rest.ends_with("d_sum 3\nd_count 1\n"), "{rest}");
    }
}
