//! Inline keyboards: read, checked, and written back.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{error::ApiError, params::Params};

/// `callback_data` is 1 to 64 bytes (`InlineKeyboardButton`).
const MAX_CALLBACK_DATA: usize = 64;

/// A button under a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    /// What it says.
    pub text: String,
    /// What the bot is told when it is pressed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub callback_data: Option<String>,
    /// What it opens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Fields of other kinds of button, as given.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// Rows of buttons, from the top.
pub type Keyboard = Vec<Vec<Button>>;

/// The inline keyboard in `reply_markup`. Empty if there is none, or if it is a keyboard of
/// another kind: those are accepted and have no effect here.
pub(super) fn read(params: &Params) -> Result<Keyboard, ApiError> {
    let markup = params
        .json("reply_markup")
        .map_err(|_| ApiError::bad("can't parse reply keyboard markup JSON object"))?;
    let Some(markup) = markup else { return Ok(Keyboard::new()) };
    let Value::Object(mut markup) = markup else {
        return Err(ApiError::bad("object expected as reply markup"));
    };
    let Some(rows) = markup.remove("inline_keyboard") else { return Ok(Keyboard::new()) };
    let not_rows = || {
        ApiError::bad(
            "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays",
        )
    };
    let Value::Array(rows) = rows else { return Err(not_rows()) };
    let mut keyboard = Keyboard::new();
    for row in rows {
        let Value::Array(row) = row else { return Err(not_rows()) };
        let row = row.into_iter().map(button).collect::<Result<Vec<_>, _>>()?;
        if !row.is_empty() {
            keyboard.push(row);
        }
    }
    Ok(keyboard)
}

/// Stricter than Telegram in one thing: a button that is given both a URL and callback data is
/// refused, as documented, where Telegram quietly drops the data.
fn button(value: Value) -> Result<Button, ApiError> {
    let cant = |why: &str| ApiError::bad(format!("can't parse inline keyboard button: {why}"));
    if !value.is_object() {
        return Err(cant("InlineKeyboardButton must be an Object"));
    }
    let mut button: Button =
        serde_json::from_value(value).map_err(|_| cant("Field \"text\" must be of type String"))?;
    button.other.retain(|_, value| !value.is_null());
    if button.text.trim().is_empty() {
        return Err(ApiError::bad("BUTTON_TEXT_INVALID"));
    }
    match (&button.callback_data, &button.url) {
        (Some(_), Some(_)) => Err(cant("exactly one of the optional fields must be used")),
        (None, None) if button.other.is_empty() => {
            Err(cant("Text buttons are unallowed in the inline keyboard"))
        }
        (Some(data), None) if data.is_empty() || data.len() > MAX_CALLBACK_DATA => {
            Err(ApiError::bad("BUTTON_DATA_INVALID"))
        }
        (None, Some(url)) if !is_button_url(url) => Err(ApiError::bad(format!(
            "inline keyboard button URL '{url}' is invalid: Wrong HTTP URL"
        ))),
        _ => Ok(button),
    }
}

/// `http`, `https` and `tg` links; a host without a scheme is taken as `http`.
fn is_button_url(url: &str) -> bool {
    match url::Url::parse(url) {
        Ok(parsed) => match parsed.scheme() {
            "tg" => true,
            "http" | "https" => parsed.host_str().is_some_and(|host| host.contains('.')),
            _ => false,
        },
        Err(_) => url.contains('.') && url::Url::parse(&format!("http://{url}")).is_ok(),
    }
}
