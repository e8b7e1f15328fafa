// The digests of these two names agree, as those of one pair in 2^48 do.

#[tramline::query]
async fn draft_14775688() {}

#[tramline::query]
async fn draft_21496534() {}
