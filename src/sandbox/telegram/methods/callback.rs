//! `answerCallbackQuery`.

use super::{Answer, yes};
use crate::sandbox::telegram::{
    CallbackAnswer, Event, error::ApiError, params::Params, state::State, text::utf16_len,
};

/// What a person is shown is at most this long.
const MAX_TEXT: usize = 200;

pub(super) fn answer_callback_query(state: &mut State, params: &Params) -> Answer {
    let id = params.text("callback_query_id");
    let text = Some(params.text("text")).filter(|text| !text.is_empty());
    let show_alert = params.flag("show_alert");
    if text.as_deref().is_some_and(|text| utf16_len(text) > MAX_TEXT) {
        return Err(ApiError::bad("MESSAGE_TOO_LONG"));
    }
    let answer = CallbackAnswer { text: text.clone(), show_alert };
    if !state.callbacks.answer(&id, answer) {
        return Err(ApiError::bad(
            "query is too old and response timeout expired or query ID is invalid",
        ));
    }
    state.emit(|| Event::CallbackAnswered { id, text, show_alert });
    yes()
}
