//! Waiting in front of people who work side by side: Erlang's formula, the correction for other spreads, pooling, and what
//! piles up where more comes than can be done.
//!
//! λ arrivals an hour come to c servers that each complete μ an hour (M/M/c): a = λ/μ, ρ = a/c. The chance of waiting is
//! C = B / (1 − ρ·(1 − B)), where B is the last of B₀ = 1, Bₙ = a·Bₙ₋₁ / (n + a·Bₙ₋₁) (Erlang 1917; the recursion stays
//! between 0 and 1 for any number of servers). Then Wq = C / (cμ − λ) and Lq = λ·Wq. For other spreads of arrivals and
//! service, Wq is multiplied by half the sum of their squared coefficients of variation (Allen 1978, after Cunneen). From
//! ρ = 1 on nothing settles: the backlog grows by λ − cμ an hour, and goes down by cμ − λ once less comes.

/// A queue in front of equal servers who take the longest waiting first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Queue {
    /// Arrivals an hour: λ.
    pub arrivals: f64,
    /// What one server completes an hour: μ.
    pub rate: f64,
    /// Servers side by side: c.
    pub servers: u32,
}

impl Queue {
    /// What all servers complete an hour: cμ.
    pub fn capacity(self) -> f64 {
        f64::from(self.servers) * self.rate
    }

    /// The part of their time in which servers work: ρ. One and more is too much.
    pub fn utilisation(self) -> f64 {
        self.arrivals / self.capacity()
    }

    /// Whether the queue settles: less comes than can be done.
    pub fn settles(self) -> bool {
        self.arrivals < self.capacity()
    }

    /// The part of the arrivals that have to wait: C. `None` where the queue never settles.
    pub fn waiting(self) -> Option<f64> {
        if !self.settles() {
            return None;
        }
        let offered = self.arrivals / self.rate;
        let blocked = (1..=self.servers).fold(1.0, |blocked, n| {
            offered * blocked / (f64::from(n) + offered * blocked)
        });
        Some(blocked / (1.0 - self.utilisation() * (1.0 - blocked)))
    }

    /// Expected hours before service begins: Wq. `None` where the queue never settles.
    pub fn wait(self) -> Option<f64> {
        let spare = self.capacity() - self.arrivals;
        self.waiting().map(|waiting| waiting / spare)
    }

    /// Expected hours before service begins where arrivals and service have these squared coefficients of variation; one
    /// each is what [`Queue::wait`] assumes, none is a steady beat (Allen and Cunneen).
    pub fn wait_of(self, arrivals: f64, service: f64) -> Option<f64> {
        self.wait()
            .map(|wait| wait * f64::midpoint(arrivals, service))
    }

    /// How many wait, on average: Lq. `None` where the queue never settles.
    pub fn length(self) -> Option<f64> {
        self.wait().map(|wait| self.arrivals * wait)
    }

    /// The part of the arrivals that wait longer than `hours`: C·e^(−(cμ − λ)·t).
    pub fn waiting_longer(self, hours: f64) -> Option<f64> {
        let spare = self.capacity() - self.arrivals;
        self.waiting()
            .map(|waiting| waiting * libm::exp(-spare * hours))
    }

    /// The part of the arrivals whose service begins within `hours` (service level).
    pub fn served_within(self, hours: f64) -> Option<f64> {
        self.waiting_longer(hours).map(|longer| 1.0 - longer)
    }

    /// One queue in the place of `n` separate ones like this (集約).
    #[must_use]
    pub fn pooled(self, n: u32) -> Self {
        Self {
            arrivals: self.arrivals * f64::from(n),
            servers: self.servers * n,
            ..self
        }
    }

    /// What has piled up after `hours` of this, where more comes than can be done; none where it settles.
    pub fn backlog_after(self, hours: f64) -> f64 {
        (self.arrivals - self.capacity()).max(0.0) * hours
    }

    /// Hours until `backlog` is worked off while this goes on. `None` where it never is.
    pub fn clearing(self, backlog: f64) -> Option<f64> {
        self.settles()
            .then(|| backlog / (self.capacity() - self.arrivals))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn queue(arrivals: f64, rate: f64, servers: u32) -> Queue {
        Queue {
            arrivals,
            rate,
            servers,
        }
    }

    fn assert_near(is: f64, expected: f64, within: f64) {
        assert!((is - expected).abs() < within, "{is}, not {expected}");
    }

    #[test]
    fn published_queues_are_reproduced() {
        // λ, μ, c; then C, Lq and Wq in hours.
        let published = [
            // Bronson 23.3, 23.14 and 23.16.
            (24.0, 30.0, 1, 0.8, 3.2, 0.133_333_333),
            (30.0, 40.0, 1, 0.75, 2.25, 0.075),
            (60.0, 80.0, 1, 0.75, 2.25, 0.0375),
            // Render and Stair 14.3.
            (20.0, 30.0, 2, 0.166_666_667, 0.083_333_333, 0.004_166_667),
            // A call centre: 100 calls in half an hour, three minutes each.
            (200.0, 20.0, 11, 0.682_118_205, 6.821_182_047, 0.034_105_91),
            (200.0, 20.0, 12, 0.449_388_224, 2.246_941_121, 0.011_234_706),
            (200.0, 20.0, 13, 0.285_270_453, 0.950_901_51, 0.004_754_508),
            (200.0, 20.0, 14, 0.174_131_934, 0.435_329_834, 0.002_176_649),
            (8.0, 1.0, 10, 0.409_180_151, 1.636_720_603, 0.204_590_075),
        ];
        for (arrivals, rate, servers, waiting, length, wait) in published {
            let queue = queue(arrivals, rate, servers);
            assert_near(queue.waiting().unwrap(), waiting, 1e-9);
            assert_near(queue.length().unwrap(), length, 1e-8);
            assert_near(queue.wait().unwrap(), wait, 1e-9);
        }
    }

    #[test]
    fn a_call_centre_answers_as_many_within_twenty_seconds_as_was_published() {
        // Servers; seconds until an answer, percent answered within twenty seconds.
        let published = [
            (11, 122.8, 38.96),
            (12, 40.4, 64.0),
            (13, 17.1, 79.6),
            (14, 7.84, 88.8),
        ];
        for (servers, seconds, percent) in published {
            let queue = queue(200.0, 20.0, servers);
            assert_near(queue.wait().unwrap() * 3600.0, seconds, 0.06);
            let within = queue.served_within(20.0 / 3600.0).unwrap();
            assert_near(within * 100.0, percent, 0.06);
        }
    }

    #[test]
    fn hundreds_of_servers_are_as_exact_as_few() {
        // By the sums of the formula, with sixty digits.
        let few_wait = queue(950.0, 1.0, 1000).waiting().unwrap();
        assert_near(few_wait, 0.068_253_415_377_141, 1e-12);
        let more_wait = queue(480.0, 1.0, 500).waiting().unwrap();
        assert_near(more_wait, 0.266_512_519_962_364, 1e-12);
    }

    #[test]
    fn one_queue_for_two_waits_less_than_two_queues() {
        let apart = queue(10.0, 12.0, 1);
        assert_near(apart.wait().unwrap(), 0.416_666_667, 1e-9);
        assert_near(apart.pooled(2).wait().unwrap(), 0.189_393_939, 1e-9);
    }

    #[test]
    fn a_steady_service_halves_the_wait_of_a_random_one() {
        let queue = queue(24.0, 30.0, 1);
        assert_near(
            queue.wait_of(1.0, 1.0).unwrap(),
            queue.wait().unwrap(),
            1e-12,
        );
        assert_near(
            queue.wait_of(1.0, 0.0).unwrap(),
            queue.wait().unwrap() / 2.0,
            1e-12,
        );
    }

    #[test]
    fn what_never_settles_piles_up_and_is_cleared_afterwards() {
        let rush = queue(400.0, 7.5, 20);
        assert!(rush.waiting().is_none() && rush.wait().is_none() && rush.clearing(1.0).is_none());
        let backlog = rush.backlog_after(10.0);
        assert_near(backlog, 2500.0, 1e-9);
        let calm = Queue {
            arrivals: 25.0,
            ..rush
        };
        assert_near(calm.backlog_after(10.0), 0.0, 1e-12);
        assert_near(calm.clearing(backlog).unwrap(), 20.0, 1e-9);
        assert!(queue(1.0, 1.0, 0).waiting().is_none());
        assert_near(queue(0.0, 1.0, 3).waiting().unwrap(), 0.0, 1e-12);
    }
}
