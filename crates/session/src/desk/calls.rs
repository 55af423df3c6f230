//! What becomes of the list of calls: the question, the answer, and the way from the one to the other.

/// Declares the calls: `file: Variant(struct) -> what comes back`.
macro_rules! calls {
    ($($file:ident: $variant:ident($call:ty) -> $answer:ty),* $(,)?) => {
        /// Everything a window can ask for.
        #[derive(Clone, Debug, Deserialize, TS)]
        #[serde(tag = "type", rename_all = "snake_case")]
        pub enum Call {
            $(#[doc = concat!("See `", stringify!($file), "`.")] $variant($call)),*
        }

        /// What comes back, written as what it holds.
        #[derive(Clone, Debug, Serialize)]
        #[serde(untagged)]
        pub enum Answer {
            $(#[doc = concat!("To `", stringify!($file), "`.")] $variant(Box<$answer>)),*
        }

        impl Call {
            /// Writes the types of everything that passes, for the window. Gives the type of each call's answer.
            pub fn write_types(config: &Config) -> Result<Vec<(&'static str, String)>, ExportError> {
                Self::export_all(config)?;
                Event::export_all(config)?;
                Problem::export_all(config)?;
                $(<$answer>::export_all(config)?;)*
                Ok(vec![$((stringify!($file), <$answer as TS>::name(config))),*])
            }
        }

        impl Desk {
            /// The answer to `call`.
            pub fn answer(&self, call: Call) -> Result<Answer, Problem> {
                match call {
                    $(Call::$variant(call) => call.answer(self).map(|it| Answer::$variant(Box::new(it)))),*
                }
            }
        }
    };
}
