//! A handler module as people have them: private functions over private types, nested and private.

mod inner {
    use serde::{Deserialize, Serialize};
    use tramline::ActionError;

    #[derive(Deserialize)]
    struct Question {
        text: String,
        weight: Weight,
    }

    #[derive(Deserialize)]
    struct Weight(u8);

    #[derive(Serialize)]
    enum Answer {
        Yes,
        Heavy(u16),
    }

    #[derive(Debug, ActionError)]
    enum Refusal {
        #[error(status = 422)]
        Boring { length: u32 },
    }

    #[tramline::action]
    async fn ask(question: Question) -> Result<Answer, Refusal> {
        match (question.text.len(), question.weight) {
            (0, _) => Err(Refusal::Boring { length: 0 }),
            (_, Weight(0)) => Ok(Answer::Yes),
            (_, Weight(weight)) => Ok(Answer::Heavy(u16::from(weight) * 2)),
        }
    }
}
