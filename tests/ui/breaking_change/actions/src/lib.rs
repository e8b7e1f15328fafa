mod posts;

tramline::include_actions!();
