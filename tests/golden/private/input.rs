//! Nothing here is public, and nothing has to be.

tramline::include_actions!();

mod outer {
    mod inner {
        use serde::{Deserialize, Serialize};

        use super::Secret;

        #[derive(Deserialize)]
        struct Question {
            text: String,
            secret: Secret,
        }

        #[derive(Serialize)]
        enum Answer {
            Yes,
            Number(u8),
        }

        #[derive(Debug, tramline::ActionError)]
        enum Refusal {
            Boring { text: String },
        }

        #[tramline::action]
        async fn ask(question: Question) -> Result<Answer, Refusal> {
            match question.text.len() {
                0 => Err(Refusal::Boring {
                    text: question.text,
                }),
                1 => Ok(Answer::Yes),
                _ => Ok(Answer::Number(question.secret.number())),
            }
        }
    }

    /// Its field is private here.
    #[derive(serde::Deserialize)]
    struct Secret(u8);

    impl Secret {
        fn number(&self) -> u8 {
            self.0
        }
    }

    mod vault {
        /// No action can see the fields, so the proof stands here.
        #[derive(serde::Serialize, serde::Deserialize, tramline::Wire)]
        pub(super) struct Sealed<'a> {
            inside: &'a str,
            twice: [u16; 2],
        }

        impl Sealed<'_> {
            pub(super) fn len(&self) -> usize {
                self.inside.len() + self.twice.len()
            }
        }
    }

    #[tramline::query]
    async fn measure(sealed: vault::Sealed<'_>) -> usize {
        sealed.len()
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sound() {
        assert_eq!(crate::actions(()).infos().count(), 2);
    }
}
