//! The client is written as JavaScript, which Node runs without a compiler: as it is without any
//! choice, and as it is with every other one.

use tramline_codegen::{Builder, Dates, Numbers};

fn main() {
    let choices = Builder::new().numbers(Numbers::Safe).dates(Dates::String);
    choices.javascript("safe").build();
    Builder::new().javascript("api").build();
}
