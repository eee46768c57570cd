import telebot
from telebot import apihelper
from telebot.apihelper import ApiTelegramException
from telebot.types import InlineKeyboardButton, InlineKeyboardMarkup

import person as p

apihelper.API_URL = p.API_URL + "/bot{0}/{1}"


class Failed(telebot.ExceptionHandler):
    def handle(self, exception):
        p.fail(repr(exception))


bot = telebot.TeleBot(p.TOKEN, threaded=False, exception_handler=Failed())
KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Ещё", callback_data="again:1")]])


@bot.message_handler(commands=["ping"])
def ping(message):
    p.check(message.from_user.first_name == "Олег", "the sender's name")
    sent = bot.send_message(message.chat.id, p.HTML, parse_mode="HTML", reply_markup=KEYBOARD)
    p.check_sent(sent)
    p.press(sent.message_id, "again:1")


@bot.callback_query_handler(func=lambda query: query.data == "again:1")
def again(query):
    bot.answer_callback_query(query.id, "готово", show_alert=True)
    p.check_answered(query.id)
    chat, message = query.message.chat.id, query.message.message_id
    edited = bot.edit_message_text("изменено", chat, message)
    p.check(edited.text == "изменено" and edited.edit_date, "the edited message")
    bot.delete_message(chat, message)
    try:
        bot.delete_message(chat, message)
        p.fail("a message was deleted twice")
    except ApiTelegramException as error:
        p.check("message to delete not found" in error.description, error)
    p.check(bot.get_chat(chat).first_name == "Олег", "getChat")
    bot.stop_polling()


p.arrive()
me = bot.get_me()
p.check(me.is_bot and me.username, "getMe")
bot.delete_webhook(drop_pending_updates=True)
p.say("/ping")
# A short poll, as it ends only when the poll under way has.
bot.infinity_polling(timeout=10, long_polling_timeout=1)
p.check_gone()
print("pyTelegramBotAPI: ok")
