//! What it is worth that many commits share one sync of the disk.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use futures_util::future::join_all;
use hushbot::store::{Batch, SledStore, Store as _, Table};

const TASKS: usize = 64;
const TIME: Duration = Duration::from_secs(3);

pub(crate) async fn compare() {
    println!("commits of 300 bytes, on the disk of the temporary directory");
    for tasks in [1, TASKS] {
        let data = tempfile::tempdir().unwrap();
        let store = Arc::new(SledStore::open(data.path()).unwrap());
        let began = Instant::now();
        let writers = (0..tasks).map(|task| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                let mut count = 0_u64;
                while began.elapsed() < TIME {
                    let key = format!("{task}-{}", count % 100);
                    let batch = Batch::new().put(Table::Settings, key.as_bytes(), vec![7; 300]);
                    store.commit(batch).await.unwrap();
                    count += 1;
                }
                count
            })
        });
        let counts = join_all(writers.collect::<Vec<_>>()).await;
        let commits: u64 = counts.into_iter().map(Result::unwrap).sum();
        #[expect(clippy::cast_precision_loss, reason = "thousands")]
        let rate = commits as f64 / began.elapsed().as_secs_f64();
        crate::row(&format!("{tasks} at a time"), &format!("{rate:.0} commits/s"));
        store.close().await;
    }
}
