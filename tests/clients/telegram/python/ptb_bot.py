import asyncio

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest
from telegram.ext import Application, CallbackQueryHandler, CommandHandler

import person as p

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Ещё", callback_data="again:1")]])
ended = asyncio.Event()


async def ping(update, context):
    p.check(update.effective_user.first_name == "Олег", "the sender's name")
    sent = await update.message.reply_html(p.HTML, reply_markup=KEYBOARD)
    p.check_sent(sent)
    p.press(sent.message_id, "again:1")


async def again(update, context):
    query = update.callback_query
    await query.answer("готово", show_alert=True)
    p.check_answered(query.id)
    edited = await query.edit_message_text("изменено")
    p.check(edited.text == "изменено" and edited.edit_date, "the edited message")
    await query.message.delete()
    try:
        await query.message.delete()
        p.fail("a message was deleted twice")
    except BadRequest as error:
        p.check("essage to delete not found" in str(error), error)
    chat = await context.bot.get_chat(p.PERSON)
    p.check(chat.first_name == "Олег", "getChat")
    ended.set()


async def failed(update, context):
    p.fail(repr(context.error))


async def main():
    app = Application.builder().token(p.TOKEN).base_url(f"{p.API_URL}/bot").build()
    app.add_handler(CommandHandler("ping", ping))
    app.add_handler(CallbackQueryHandler(again))
    app.add_error_handler(failed)
    p.arrive()
    async with app:
        p.check(app.bot.username and app.bot.bot.is_bot, "getMe")
        await app.updater.start_polling(drop_pending_updates=True)
        await app.start()
        p.say("/ping")
        await ended.wait()
        await app.updater.stop()
        await app.stop()
    p.check_gone()
    print("python-telegram-bot: ok")


asyncio.run(main())
