//! Groups that have another id than they had.

use super::{Desk, DeskError};

impl Desk {
    /// Keeps that a group has become a supergroup. Whatever is kept by its old id stays as it is: who
    /// writes there follows. Only the on-call room is told by its id, and moves.
    pub async fn note_move(&self, from: i64, to: i64) -> Result<(), DeskError> {
        self.records.note_move(from, to).await?;
        self.move_room(from, to).await
    }

    /// All groups that have moved: the old id, then the new one.
    pub async fn moves(&self) -> Result<Vec<(i64, i64)>, DeskError> {
        Ok(self.records.moves().await?)
    }
}
