//! Faults that wait for their calls.

/// Faults in the order they were asked for, each with the calls it is meant for.
#[derive(Debug)]
pub(super) struct Armed<O, F>(Vec<Rule<O, F>>);

#[derive(Debug)]
struct Rule<O, F> {
    on: O,
    fault: F,
    /// `None` is until cleared.
    left: Option<u32>,
}

impl<O, F> Default for Armed<O, F> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<O, F: Clone> Armed<O, F> {
    /// Arms a fault for so many calls; for none at all if `times` is 0.
    pub(super) fn add(&mut self, on: O, fault: F, times: Option<u32>) {
        if times != Some(0) {
            self.0.push(Rule { on, fault, left: times });
        }
    }

    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// What is armed, with how many calls each fault still waits for.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&O, &F, Option<u32>)> {
        self.0.iter().map(|rule| (&rule.on, &rule.fault, rule.left))
    }

    /// The oldest fault that fits, used up by one.
    pub(super) fn take(&mut self, fits: impl Fn(&O, &F) -> bool) -> Option<F> {
        let place = self.0.iter().position(|rule| fits(&rule.on, &rule.fault))?;
        let rule = &mut self.0[place];
        let fault = rule.fault.clone();
        if let Some(left) = &mut rule.left {
            *left -= 1;
            if *left == 0 {
                self.0.remove(place);
            }
        }
        Some(fault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_that_fits_is_used_up() {
        let mut armed = Armed::default();
        armed.add("x", 1, Some(1));
        armed.add("y", 2, Some(2));
        armed.add("x", 3, None);
        armed.add("x", 4, Some(0));
        let mut take = |wanted| armed.take(|on, _| *on == wanted);
        let taken = ["x", "y", "x", "y", "y", "x"].map(&mut take);
        assert_eq!(taken, [Some(1), Some(2), Some(3), Some(2), None, Some(3)]);
        assert_eq!(armed.iter().collect::<Vec<_>>(), [(&"x", &3, None)]);
        armed.clear();
        assert_eq!(armed.take(|_, _| true), None);
    }
}
