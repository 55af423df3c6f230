//! What only the person at this machine can know: 256 random bits.
use getrandom::u64;
use subtle::ConstantTimeEq;

/// A secret as it stands in an address or a cookie.
pub(super) struct Secret(String);

impl Secret {
    /// A new one, from the random source of the system.
    pub(super) fn new() -> Result<Self, getrandom::Error> {
        let [a, b, c, d] = [u64()?, u64()?, u64()?, u64()?];
        Ok(Self(format!("{a:016x}{b:016x}{c:016x}{d:016x}")))
    }

    /// As it is handed out.
    pub(super) fn text(&self) -> &str {
        &self.0
    }

    /// Whether `given` is this secret. Takes the same time however much of it is right.
    pub(super) fn is(&self, given: &str) -> bool {
        self.0.as_bytes().ct_eq(given.as_bytes()).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_long_and_known_only_whole() {
        let secret = Secret::new().unwrap();
        assert_eq!(secret.text().len(), 64);
        assert!(secret.is(secret.text()));
        assert!(!secret.is(&secret.text()[..63]));
        assert!(!secret.is(""));
    }

    #[test]
    fn no_two_secrets_are_the_same() {
        let (one, other) = (Secret::new().unwrap(), Secret::new().unwrap());
        assert!(!one.is(other.text()));
    }
}
