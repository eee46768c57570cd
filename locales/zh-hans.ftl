# hushbot 简体中文。用语与 Bitrix24 一致：开放渠道、入站 Webhook。
# 键和变量与 en.ftl 相同，由测试核对。
#
# 标记为 Telegram 的 HTML：只有 <b> 和 <code>。<code> 里的内容一点即可复制。
# 左侧：🔇 静默，🔊 未静默，⚠️ 有问题，❓ 未知，⏳ 处理中，⏰ 迟到，🚨 须立即有人处理。

## 语言本身

language-name = 简体中文
language-name-english = Chinese (Simplified)
# 表示开和关的词，用逗号分隔。第一个用于示例。
silent-on-words = 开, 开启, 打开, 启用, 是, 静默
silent-off-words = 关, 关闭, 关掉, 停用, 否, 取消静默, 解除静默
# 表示时间单位的词，用逗号分隔：30分钟、2 小时。
unit-minute-words = 分钟, 分
unit-hour-words = 小时, 钟头
unit-day-words = 天, 日

## 零件

example-dialog = 2024
dialog = <b>{ $number }</b>
dialog-named = <b>{ $number }</b> · { $name }
dialog-on-portal = { $dialog }（<code>{ $portal }</code>）
dialog-reference = <code>{ $reference }</code>
scope-name = <code>{ $scope }</code>
list-more = … 另有 { $count } 项
date = { $year }年{ $month }{ $day }日
month =
    { $month ->
        [1] 1月
        [2] 2月
        [3] 3月
        [4] 4月
        [5] 5月
        [6] 6月
        [7] 7月
        [8] 8月
        [9] 9月
        [10] 10月
        [11] 11月
       *[12] 12月
    }
# 时长：“4 分钟 5 秒后”。
duration-days =
    { $count ->
       *[other] { $count } 天
    }
duration-hours =
    { $count ->
       *[other] { $count } 小时
    }
duration-minutes =
    { $count ->
       *[other] { $count } 分钟
    }
duration-seconds =
    { $count ->
       *[other] { $count } 秒
    }
duration-both = { $big } { $small }
wait-known = { $duration }后
wait-unknown = 大约十分钟后
ago = { $duration }前
# 秒，保留一位小数。
seconds = { $whole }.{ $tenths } 秒

## 按钮：最多 24 个字符

button-silent-on = 🔇 开启静默
button-silent-off = 🔊 关闭静默
button-refresh = 🔄 刷新
button-retry = 🔁 重试
button-status = 🔎 查看状态
button-minutes = ⏱️ { $count } 分钟
button-hours = ⏱️ { $count } 小时
button-more = 🔇 再静默 { $count } 分钟
# 到时间后再次开启，这次不限时。
button-on-again = 🔇 再次静默，不限时
button-run-now = ▶️ 立即执行
# 多个对话中的一个：按下后的结果。
button-silent-on-one = { $number } → 🔇
button-silent-off-one = { $number } → 🔊
button-retry-one = { $number } 🔁
button-status-one = { $number } 🔎
button-portal = { $number } · { $portal }
button-share = 📨 转发

## 静默模式管住谁的消息

silent-means =
    { $generation ->
        [chat] 客服写的任何内容都不会发给客户。
        [personal] 您的消息只有同事能看到。其他客服各有自己的开关。
       *[unknown] 您的消息只有同事能看到。其他客服的消息仍可能发给客户。
    }
loud-means =
    { $generation ->
        [chat] 客服写的内容会发给客户。
        [personal] 您的消息会发给客户。
       *[unknown] 您的消息会发给客户。
    }
generation =
    { $generation ->
        [chat] 那里的静默模式对整个对话生效：开启期间，客服写的任何内容都不会发给客户。
        [personal] 那里的静默模式只对您本人生效：只拦截您的消息，不拦截其他客服的消息。
       *[unknown] 那里的静默模式拦截谁的消息（只是您的，还是所有客服的），首次切换时才能知道。
    }

## 切换了一个对话

switched-on = 🔇 { $dialog }：已静默。
switched-on-for = 🔇 { $dialog }：已静默，时长 { $duration }。
switched-off = 🔊 { $dialog }：已解除静默。
# 接在上一行下面。
loud-again =
    { $generation ->
        [chat] 客服写的内容又会发给客户了。
        [personal] 您的消息又会发给客户了。
       *[unknown] 您的消息又会发给客户了。
    }
accepted-on = ❓ { $dialog }：Bitrix24 接受了“开启”指令，但那里读不到状态。写任何不能让客户看到的内容之前，请先在 Bitrix24 中确认。
accepted-off = ❓ { $dialog }：Bitrix24 接受了“关闭”指令，但那里读不到状态。请在 Bitrix24 中确认客户能收到您写的内容。
contradicted-on = ⚠️ Bitrix24 回复成功，但 { $dialog } <b>仍未静默</b>（已核实）。请勿写任何不能让客户看到的内容。
contradicted-off = ⚠️ Bitrix24 回复成功，但 { $dialog } <b>仍在静默</b>（已核实）。客户收不到您写的内容。
failed-switch = ⚠️ { $dialog }：未切换。
failed-switch-maybe = ❓ { $dialog }：可能已切换，也可能没有。写消息之前请先查看状态。
failed-status = ⚠️ { $dialog }：无法显示状态。

## 多个对话

many-on =
    { $count ->
       *[other] 🔇 { $count } 个对话均已静默。
    }
many-off =
    { $count ->
       *[other] 🔊 { $count } 个对话均已解除静默。
    }
many-on-partly =
    { $count ->
       *[other] ⚠️ { $count } 个对话中，确定已静默的有 { $done } 个。
    }
many-off-partly =
    { $count ->
       *[other] ⚠️ { $count } 个对话中，确定已解除静默的有 { $done } 个。
    }
many-on-accepted =
    { $count ->
       *[other] ❓ Bitrix24 接受了 { $count } 个对话的“开启”指令，但那里读不到状态。写消息之前请先确认。
    }
many-off-accepted =
    { $count ->
       *[other] ❓ Bitrix24 接受了 { $count } 个对话的“关闭”指令，但那里读不到状态。请确认客户能收到您写的内容。
    }
# 列表下方：带此标记的行拦截谁的消息。
many-means = 🔇 = 静默。{ $means }
row-on = 🔇 { $dialog }：静默
row-off = 🔊 { $dialog }：未静默
row-unknown = ❓ { $dialog }：未知
row-accepted = ❓ { $dialog }：已接受，无法核实
row-still-on = ⚠️ { $dialog }：<b>仍在静默</b>
row-still-off = ⚠️ { $dialog }：<b>仍未静默</b>
row-failed = ⚠️ { $dialog }：{ $reason }
row-maybe = ❓ { $dialog }：可能已切换；{ $reason }
row-closed = { $row } · 会话已关闭
row-ends = { $row } · { $duration }后结束

## 一个对话的状态

status-on = 🔇 { $dialog }：静默中。
status-off = 🔊 { $dialog }：未静默。
status-unknown =
    ❓ { $dialog }：未知。
    Bitrix24 没有告知是否静默。写任何不能让客户看到的内容之前，请先在 Bitrix24 中确认。
status-closed = 会话已关闭：新会话开始之前，您写的内容谁也收不到。
# 一个或多个对话。
ends-in = ⏱️ 静默将在 { $duration }后自动结束。

## 对话卡片：状态下方的信息，每项一短行

button-undo = ↩️ 撤销
# 不单写“打开”，以免误会为开启静默。
button-open = 🔗 前往对话
# 渠道按类型显示；未知的显示代码。
card-channel =
    { $channel ->
        [livechat] 💬 在线聊天
        [telegram] 💬 Telegram
        [whatsapp] 💬 WhatsApp
        [viber] 💬 Viber
        [instagram] 💬 Instagram
        [facebook] 💬 Facebook
        [vk] 💬 VK
        [ok] 💬 OK
        [avito] 💬 Avito
        [imessage] 💬 iMessage
        [network] 💬 Bitrix24 Network
        [olx] 💬 OLX
        [wechat] 💬 微信
        [notifications] 💬 短信和 WhatsApp
        [max] 💬 MAX
        [wazzup] 💬 Wazzup
        [skype] 💬 Skype
       *[unknown] 💬 { $code }
    }
card-line = { $line }
card-operator = 👤 { $name }
# 得不到姓名时，员工在门户中的编号。
card-operator-number = 👤 员工编号 { $number }
card-operator-nobody = 👤 尚无人接手
card-silenced = 🕐 已静默 { $duration } · { $name }
card-ends = ⏱️ { $duration }后自动结束
card-ends-at = ⏱️ 到 { $clock }（{ $duration }后）
# 不是今天的日子：“3月5日 周二 15:30”。
clock-day = { $month }{ $day }日 { $weekday } { $time }
weekday =
    { $weekday ->
        [1] 周一
        [2] 周二
        [3] 周三
        [4] 周四
        [5] 周五
        [6] 周六
       *[7] 周日
    }
# 在群里：是谁操作的。
acted-by = — { $name }
# 弹窗，最多 200 个字符：按钮已过时，再按可能有害。
old-card = 这张卡片已过时。现已显示当前状态：请再按一次。

## 指令处理中

interim =
    ⏳ { $dialogs }：{ $order ->
        [on] 正在开启静默模式。
        [off] 正在关闭静默模式。
       *[none] 仍在处理。
    }
interim-nothing = ⏳ 仍在处理。
interim-waiting =
    { $why ->
        [requests] Bitrix24 要求稍候（请求过多）
        [limit] Bitrix24 要求稍候（时间限额已用完）
        [unreachable] 无法连接到门户
        [no-answer] Bitrix24 没有响应
       *[error] Bitrix24 自身出错
    }；{ $duration }后重试。
interim-foot = 结果会写在这里。

## 迟到的指令

old-order = ⏰ 这条指令晚到了 { $duration }，所以没有执行：<code>{ $text }</code>
old-order-button = ⏰ 您在 { $duration }前按下按钮时，我不在线。未做任何切换。
old-order-interrupted = ⏰ { $duration }前，我在处理这条指令时中断了，不知道是否已执行：<code>{ $text }</code>
old-order-button-interrupted = ⏰ 您在 { $duration }前按下按钮，随后我中断了，不知道是否已执行。
old-order-gone = ⏰ 这条指令已无法执行：它已执行过、已失效，或者是别人的。刚才未做任何切换。
not-kept = ⚠️ 我现在无法可靠保存您的指令（磁盘问题），所以没有执行。请在 Bitrix24 中切换，并告知机器人的维护人员。
not-kept-yet = ⚠️ 我现在无法保存您的指令（数据库问题），所以尚未执行。指令在等待中，我会尽快处理。如果紧急，请在 Bitrix24 中切换。

## 限时静默

timer-over = 🔊 { $dialog }：静默 { $duration }，现已结束。{ $means }
timer-accepted = ❓ { $dialog }：静默 { $duration }后，我已发出关闭指令。Bitrix24 接受了，但那里读不到状态。请在 Bitrix24 中确认客户能收到您写的内容。
timer-contradicted = 🚨 { $dialog } <b>仍在静默！</b>（已核实）静默 { $duration }后我去关闭，Bitrix24 回复成功，实际却没有关闭。客户收不到您写的内容。
timer-failed = 🚨 { $dialog } <b>仍在静默！</b>静默 { $duration }后我没能关闭它。客户收不到您写的内容。
timer-unclear = 🚨 { $dialog } 可能<b>仍在静默！</b>静默 { $duration }后我尝试关闭，但不知道是否成功。请查看状态。
timer-no-connection = 我已无法访问它所在的门户。请在 Bitrix24 中关闭静默，或在与我的私聊中用 /connect 重新连接该门户。
timer-replaced =
    { $order ->
        [on] ⏱️ { $dialog }：{ $name } 重新发出了“开启”指令。您的定时已取消：到您设定的时间，我不会关闭静默。
       *[off] ⏱️ { $dialog }：{ $name } 发出了“关闭”指令。您的定时已取消。
    }

## 我留意着的静默对话

button-all-off = 🔊 全部解除静默
# Bitrix24 取消了静默：恢复原样。
button-again = 🔇 重新静默
watch-closed = 🔊 { $dialog }：会话已关闭，静默随之结束，历时 { $duration }。
watch-dropped = ⚠️ { $dialog } <b>已不再静默！</b>（已核实）静默 { $duration }后，Bitrix24 取消了静默，或有人在那里关闭了它。{ $means }
watch-by = 🔊 { $dialog }：静默 { $duration }后，{ $name } 关闭了静默。{ $means }
watch-lost = ⚠️ { $dialog }：我无法再留意它：Bitrix24 不让您看到它，或不接受您的 Webhook。此前它已静默 { $duration }。请在 Bitrix24 中确认是否仍在静默。
watch-many =
    { $count ->
       *[other] ⚠️ 您静默的 { $count } 个对话有变化：
    }
watch-row-closed = 🔊 { $dialog }：会话已关闭
watch-row-dropped = ⚠️ { $dialog }：<b>已不再静默</b>
watch-row-by = 🔊 { $dialog }：{ $name } 关闭了静默
watch-row-lost = ⚠️ { $dialog }：已无权限，请在 Bitrix24 中确认
reminder = 🔇 { $dialog }：已静默 { $duration }。{ $means }
reminder-waits = 🚨 { $dialog }：<b>客户在等</b>回复，而对话已静默 { $duration }。{ $means }
reminder-many =
    { $count ->
       *[other] 🔇 { $count } 个对话仍在静默：
    }
reminder-many-wait =
    { $count ->
       *[other] 🚨 { $count } 个对话仍在静默，<b>有客户在等</b>：
    }
reminder-row = 🔇 { $dialog }：{ $duration }
reminder-row-waits = 🚨 { $dialog }：{ $duration }，<b>客户在等</b>
reminder-foot = 何时提醒您：/remind
remind-after = ⏱️ 不限时的静默满 { $duration }后我会提醒您，再过同样长的时间会再次提醒。
remind-off = ⏱️ 不限时的静默，我不提醒您。
remind-how = 更改：<code>/remind 2小时</code> 或 <code>/remind 关</code>
silenced-head =
    { $count ->
       *[other] 🔇 通过我静默的对话有 { $count } 个，最久的在前：
    }
silenced-head-all =
    { $count ->
       *[other] 🔇 所有人：通过我静默的对话有 { $count } 个，最久的在前：
    }
silenced-none = 🔊 您没有通过我静默的对话。
silenced-none-all = 🔊 没有任何通过我静默的对话。
silenced-row = 🔇 { $dialog }：{ $duration }
silenced-row-unproven = ❓ { $dialog }：{ $duration }
silenced-row-by = { $row } · { $name }
silenced-unproven = ❓ = 刚才无法核实。

## 记录

log-head = 谁切换了什么，最新的在前：
log-head-dialog = 谁切换了 { $dialog }，最新的在前：
log-empty = 还没有任何切换。
log-empty-dialog = 据我所知，没有人切换过 { $dialog }。
log-row =
    { $mark ->
        [on] 🔇
        [off] 🔊
        [unknown] ❓
        [replaced] ⏭️
       *[trouble] ⚠️
    } { $where }
    { $what }
log-on = 开启
log-on-for = 开启 { $duration }
log-off = 关闭
log-who = { $name }
log-who-id = <code>{ $id }</code>
log-timer = { $person } 的定时
log-reason = “{ $reason }”
log-took = { $outcome }，{ $seconds }
log-outcome =
    { $outcome ->
        [done] 已完成
        [said] 已接受，无法核实
        [contradicted] <b>未完成</b>，尽管 Bitrix24 回复成功
        [failed] 失败
        [unclear] 可能已完成
       *[replaced] 已被更新的指令取代
    }

## 给管理员：只有他们能解决

alarm-second-poller = 🚨 有别的程序在取走我的消息：同一令牌下运行着第二个机器人副本，或设置了 Webhook。在只剩一个之前，部分消息到不了我这里。请停掉另一个。
alarm-portal-blocked = 🚨 Bitrix24 已封锁 <code>{ $portal }</code> 的 REST。在门户管理员通过 Bitrix24 技术支持解封之前，我无法在那里做任何切换。
alarm-store-broken = 🚨 我已无法写入磁盘，因此不再执行指令。请检查磁盘，然后重启我。
alarm-store-away = 🚨 我的数据库无法访问或不接受写入，因此暂时不执行指令。指令在 Telegram 等候，数据库恢复后我会自动继续：请检查数据库，无需重启我。

## 门户为何没有照办。属性是列表用的短句。

trouble-no-such-dialog = 门户里没有这个编号的对话。请检查编号，或发送对话的链接。
    .short = 没有这个对话
trouble-not-an-open-channel = 这个聊天不是开放渠道对话，没有静默模式。请检查编号。
    .short = 不是开放渠道
trouble-no-dialog-access = 您无权加入这个开放渠道的对话。请向门户管理员申请权限。
    .short = 无权限
trouble-dialog-unavailable = Bitrix24 没有向您显示这个对话。请检查编号；如果编号正确，请向门户管理员申请该开放渠道的权限。
    .short = 找不到，或无权限
trouble-no-card-access = Bitrix24 没有向您显示这张 CRM 卡片，或它没有所属对话。请检查链接，或粘贴对话本身的链接。
    .short = 看不到卡片，或没有对话
trouble-credentials-refused = Bitrix24 不接受这个 Webhook：它已被删除，或密钥有误。请新建一个，并在与我的私聊中用 /connect 发送。
    .short = Webhook 被拒，请 /connect 新的
trouble-nobody-behind-credentials = 您的 Webhook 背后已没有用户。请用您自己的账号新建一个，并在与我的私聊中用 /connect 发送。
    .short = Webhook 背后没有用户
trouble-user-inactive = 您在门户中的账号未启用。请让门户管理员启用它。
    .short = 您的账号未启用
trouble-not-an-employee = 只有员工可以使用静默模式，而这个 Webhook 属于外部人员。请以员工身份新建一个，并在与我的私聊中用 /connect 发送。
    .short = 不是员工的 Webhook
trouble-missing-scopes =
    { $count ->
       *[other] 您的 Webhook 缺少权限 { $scopes }。请在 Bitrix24 的 Webhook 设置中添加，然后重试。
    }
    .short = Webhook 缺少 { $scopes }
trouble-app-restricted = 这个应用只对部分用户开放。请让门户管理员把您加进去。
    .short = 应用未对您开放
trouble-app-removed = 应用已从门户中删除。请让门户管理员重新安装，或在与我的私聊中用 /connect 连接 Webhook。
    .short = 应用已删除
trouble-wrong-kind-of-credentials = 这种访问方式做不到。请新建入站 Webhook，并在与我的私聊中用 /connect 发送。
    .short = 访问方式不对
trouble-confirmation-waiting = 这需要门户管理员先在 Bitrix24 中批准。请联系管理员，然后重试。
    .short = 等待管理员批准
trouble-confirmation-denied = 门户管理员在 Bitrix24 中拒绝了此操作。只有管理员能放行。
    .short = 被管理员拒绝
trouble-plan-required = 门户的套餐不含 REST 访问。门户管理员需要购买付费套餐或 Market 订阅。
    .short = 套餐不含 REST 访问
trouble-tariff-lacks-feature = 门户的套餐不含此功能。请与门户管理员联系。
    .short = 门户套餐不含此功能
trouble-too-many-requests = 门户当前请求过多；什么都没有做。请一分钟后重试。
    .short = 请求过多，请重试
trouble-operating-time-used-up = 门户用于此操作的时间限额已用完；什么都没有做。请在{ $wait }重试。
    .short = 限额已用完，请在{ $wait }重试
trouble-blocked-by-vendor = Bitrix24 已封锁这个门户的 REST。只有门户管理员能通过 Bitrix24 技术支持解封。
    .short = REST 已被 Bitrix24 封锁
trouble-portal-deleted = 这个门户已关闭。可以用 /disconnect 移除它。
    .short = 门户已关闭
trouble-method-missing = 门户做不到：缺少开放渠道模块，或模块太旧。需要门户管理员安装或更新。
    .short = 开放渠道模块缺失或太旧
trouble-chat-module-missing = 门户缺少聊天模块。需要门户管理员安装。
    .short = 缺少聊天模块
trouble-https-required = 门户要求 https。请重新复制以 <code>https://</code> 开头的 Webhook 地址，并在与我的私聊中用 /connect 发送。
    .short = 需要 https
trouble-auth-server-unreachable = 门户无法连接 Bitrix24 的授权服务器。请稍后重试；如果一直这样，请告知门户管理员。
    .short = 门户连不上 Bitrix24，请稍后重试
trouble-portal-fault = Bitrix24 内部出错。请一分钟后重试；如果一直这样，请告知门户管理员。
    .short = Bitrix24 内部出错
trouble-refused = Bitrix24 拒绝了，代码 <code>{ $code }</code>。请把它告知门户管理员。
    .short = 被拒绝：<code>{ $code }</code>
trouble-unreachable = 无法连接到门户；什么都没有做。请重试；如果一直这样，请检查门户能否在浏览器中打开。
    .short = 无法连接到门户
trouble-no-answer = Bitrix24 没有及时响应。请一分钟后重试。
    .short = 没有及时响应
trouble-unreadable-answer = 无法读懂 Bitrix24 的响应；可能来自代理服务器。请重试；如果一直这样，请告知门户管理员。
    .short = 响应无法读懂
trouble-address-refused = 门户的域名指向内部地址，本机器人不得访问。机器人的维护人员可以放行。
    .short = 内部地址，不允许访问
trouble-redirect-refused = 门户跳转到别处，我不会跟过去。如果门户已搬迁，请在新地址新建 Webhook，并在与我的私聊中用 /connect 发送。
    .short = 跳转到别处

## 为何没有向门户发送

reason-not-connected = 您还没有连接门户。请在与我的私聊中发送 /connect 查看方法。
    .short = 未连接门户
reason-other-portal = 链接指向 <code>{ $portal }</code>，而您没有连接它。请在与我的私聊中用 /connect 连接。
    .short = 未连接 <code>{ $portal }</code>
reason-no-such-connection = 您没有连接这个按钮对应的门户。请用 /connect 连接，或在您自己的门户上查询该对话：<code>/status { $dialog }</code>
    .short = 未连接其门户
reason-not-connected-there = 您没有连接这个按钮对应的门户。请在与我的私聊中用 /connect 连接，或列出您自己的对话：/dialogs
    .short = 未连接其门户
reason-superseded = 已被您更新的指令取代；这条没有执行。
    .short = 已被更新的指令取代
reason-superseded-by = 已被 { $name } 更新的指令取代；这条没有执行。
    .short = 已被 { $name } 更新的指令取代

## 欢迎与帮助

welcome =
    👋 我负责切换 Bitrix24 开放渠道对话的静默模式。您在这里是{ $role ->
        [admin] 管理员
       *[supervisor] 主管
    }。
let-in =
    ✅ 您已获准使用，身份是{ $role ->
        [admin] 管理员
       *[supervisor] 主管
    }。我负责切换 Bitrix24 开放渠道对话的静默模式。
already-in =
    您在这里已经是{ $role ->
        [admin] 管理员
       *[supervisor] 主管
    }，所以链接没有用掉。请转给真正需要的人。
next-silent =
    用对话编号试试：<code>/silent 2024 开</code>
    更多：/help
next-connect = 现在请连接您的 Bitrix24。
help-stranger =
    本机器人为获准的人切换 Bitrix24 对话的静默模式，您尚未获准。
    管理员可以给您发链接；把 /whoami 显示的 id 告诉管理员。
    /language – 其他语言
help-not-connected = ⚠️ 您还没有连接门户：请从 /connect 开始
help-examples = 试试看：
help-examples-with = 用“{ $name }”试试：
help-supervisor =
    <code>/silent { $dialog } 开</code> – 您写的内容只有同事能看到
    <code>/silent { $dialog } 开 30分钟</code> – 同上，持续 30 分钟
    <code>/silent { $dialog } 关</code> – 客户又能看到
help-more = 用 /dialogs 选择对话，或粘贴链接；其余见菜单。
help-admin = 管理员专用：/invite · /supervisors · <code>/revoke 123456789</code>
invite-unknown = 这个链接无效：已被使用，或不完整。请向管理员要一个新的。
invite-expired = 这个链接已过期。请向管理员要一个新的。

## 人员

stranger = ⛔ 您没有权限。请把您的 id 告诉管理员：<code>{ $id }</code>
denied-stranger = ⛔ 您没有权限。请把 /whoami 显示的 id 告诉管理员。
denied-admins-only = ⛔ 仅限管理员。
denied-private-only = 🔒 只能在与我的私聊中使用：不能让别人看到。
whoami-head = 您的 Telegram id：<code>{ $id }</code>
whoami-role =
    身份：{ $role ->
        [admin] 管理员
       *[supervisor] 主管
    }
whoami-stranger = 您没有权限。请把您的 id 告诉管理员。
whoami-not-connected = 未连接门户。方法见 /connect
connection-healthy = ✅ <code>{ $portal }</code> · { $person }
connection-ailing = ⚠️ <code>{ $portal }</code> · { $person }
connection-default = { $connection } · 默认
connection-since = 连接于 { $date }。
connection-lacks =
    { $count ->
       *[other] ⚠️ Webhook 缺少权限 { $scopes }。
    }
invite-text =
    <b>@{ $bot } 的邀请</b>
    打开链接，点“开始”：
    { $link }
    最先打开的人将以主管身份获准使用。链接只能用一次，有效期 { $hours ->
       *[other] { $hours } 小时
    }。
supervisors-head =
    { $count ->
       *[other] 已获准使用的有 { $count } 人：
    }
supervisor-row =
    <b>{ $name }</b> · { $role ->
        [admin] 管理员
       *[supervisor] 主管
    } · <code>{ $id }</code> · { $date }起
supervisor-row-environment = <code>{ $id }</code> · 机器人设置中的管理员
supervisor-portals = { $row } · { $portals }
revoked = ✅ 已取消 { $name }（<code>{ $id }</code>）的权限。
revoked-connections =
    { $count ->
       *[other] 同时删除了 { $count } 个连接。
    }
revoked-silences =
    { $count ->
       *[other] 此人设定的限时静默不会再自动结束，涉及对话：{ $dialogs }。如果那里有客户在等，请关闭静默。
    }
revoke-not-listed = 没有 id 为 <code>{ $id }</code> 的获准人员。所有 id：/supervisors
revoke-admin-by-environment = <code>{ $id }</code> 是机器人设置中的管理员。只有机器人的维护人员能更改。
revoke-oneself = 您不能取消自己的权限。请找另一位管理员。

## 门户

webhook-howto =
    <b>如何获取 Webhook</b>
    在 Bitrix24 中：开发者资源 → 其他 → 入站 Webhook。
    权限：开放渠道（<code>imopenlines</code>）、聊天和通知（<code>im</code>）。保存后复制地址。
    地址形如下面这样，含您的门户、用户编号和一长串密钥：
    <code>https://NAME.bitrix24.com/rest/USER/SECRET/</code>
    请在与我的私聊中，写在命令后面发送：
    <code>/connect https://NAME.bitrix24.com/rest/USER/SECRET/</code>
    我会立即删除您的消息，密钥加密保存。
connected = ✅ 已连接 <code>{ $portal }</code>。您在那里的身份是 <b>{ $person }</b>。
connected-replaced = 它取代了您与该门户的旧连接。
connected-default = 今后默认使用它；更改请用 /portal
connected-lacks-open-lines = ⚠️ 目前还不能用：Webhook 缺少“开放渠道”权限（<code>imopenlines</code>）。请在 Bitrix24 的 Webhook 设置中添加，然后用 /whoami 检查。
connected-lacks-im = Webhook 缺少“聊天和通知”权限（<code>im</code>）。没有它我也能切换，但 /dialogs 列不出任何对话，静默模式拦截谁的消息，也可能要晚些才知道。
connected-cannot-switch = ⚠️ 这个门户无法切换静默模式：缺少开放渠道模块，或模块太旧。需要门户管理员安装或更新。
webhook-not-a-url = ⚠️ 这不是 Webhook：不是有效的地址。
webhook-not-https = ⚠️ Webhook 必须以 <code>https://</code> 开头。
webhook-no-rest-path = ⚠️ 这是地址，但不是 Webhook：里面没有 <code>/rest/</code>。
webhook-no-user = ⚠️ Webhook 不完整：<code>/rest/</code> 后面缺少您的用户编号。
webhook-no-secret = ⚠️ Webhook 不完整：密钥缺失或被截断。请完整复制。
webhook-address-refused = ⚠️ 这是内部地址，本机器人不得访问。机器人的维护人员可以放行。
connect-other-user = ⚠️ Bitrix24 表示，这个 Webhook 的所有者与地址中的用户不符。请重新复制。
connect-trouble = ⚠️ 未连接。
portal-choice-use = 默认使用哪个门户？
portal-choice-forget = 移除哪个门户？我会删除我这边保存的 Webhook。
portal-name = <code>{ $portal }</code>
portal-row = { $number }. <code>{ $portal }</code> · { $person }
portal-chosen = ✅ 今后默认使用 <code>{ $portal }</code>。
disconnected = ✅ 已移除 <code>{ $portal }</code>。您也可以在 Bitrix24 中删除该 Webhook。
not-connected = 您还没有连接门户。方法见 /connect
secret-deleted = 🔒 我已删除您含 Webhook 的消息。
secret-kept = ⚠️ 我没能删除您含 Webhook 的消息。<b>请您自行删除。</b>
secret-exposed = ⚠️ 它发在了群里，别人可能已经看到。请在 Bitrix24 中删除这个 Webhook，新建一个，私聊发给我。

## 语言

language-choice = 要我说哪种语言？
language-changed = ✅ 现在我说简体中文。

## 提示

hint-no-dialog-silent =
    哪个对话？例如：
    <code>/silent { $dialog } 开</code>
    <code>/silent { $dialog } 关</code>
    编号也可以换成对话的链接。
hint-no-dialog-status =
    哪个对话？例如：
    <code>/status { $dialog }</code>
    编号也可以换成对话的链接。
hint-neither-dialog-nor-switch =
    “{ $word }”既不是对话，也不是“开”或“关”。未做任何切换。例如：
    <code>/silent { $dialog } 开</code>
    <code>/silent { $dialog } 关</code>
hint-not-a-dialog =
    “{ $word }”不是对话。请用编号或链接，例如：
    <code>/status { $dialog }</code>
hint-left-over =
    “{ $word }”不是时长。“开”后面可以写时长（30分钟、2小时、1天），再写原因；“关”后面什么都不写。未做任何切换。例如：
    <code>/silent { $dialog } 开</code>
    <code>/silent { $dialog } 开 30分钟 午休</code>
    <code>/silent { $dialog } 关</code>
hint-time-with-off =
    时长要和“开”一起用：只有静默才能自动结束。未做任何切换。例如：
    <code>/silent { $dialog } 开 30分钟</code>
    <code>/silent { $dialog } 关</code>
hint-time-out-of-range =
    静默时长为一分钟到七天。未做任何切换。例如：
    <code>/silent { $dialog } 开 30分钟</code>
    <code>/silent { $dialog } 开 7天</code>
hint-too-many-dialogs =
    { $most ->
       *[other] 一次太多了：一条命令最多 { $most } 个对话。未做任何切换。
    }
hint-no-person =
    取消谁的权限？请写出 id，例如：
    <code>/revoke 123456789</code>
    所有 id：/supervisors
hint-no-person-word =
    “{ $word }”不是 id。例如：
    <code>/revoke 123456789</code>
    所有 id：/supervisors
hint-takes-nothing = 请单独发送，后面不要加任何内容：{ $command }
hint-unknown-language = 我不会说“{ $word }”。我会说这些：
hint-unknown-command = 没有“/{ $word }”这个命令。可用的命令：/help
hint-not-a-command =
    我能听懂命令，例如：
    <code>/silent { $dialog } 开</code>
    只发链接或编号，会显示该对话。更多：/help
hint-stale-button =
    这个按钮太旧了；未做任何切换。
    请改为输入命令，例如：
    <code>/status { $dialog }</code>
hint-unknown-portal = 您的门户中没有“{ $word }”。您的门户：/portal
hint-stranger = 您在这里可以用 /whoami、 /help 和 /language。其余功能须由管理员准许。

## 选择对话

# 独占一行的按钮，最多 40 个字符；名称会截短。
button-dialog =
    { $state ->
        [on] 🔇
        [off] 🔊
       *[unknown] ❓
    } { $name }
button-dialog-waits =
    { $state ->
        [on] 🔇
        [off] 🔊
       *[unknown] ❓
    } 💬 { $name }
button-dialog-age = { $dialog } · { $age }
button-page = 🔄 { $page }/{ $pages }
button-previous = ◀️
button-next = ▶️
button-other-portal = 🏢 { $portal }
# 最后一条消息距今多久，越短越好。
age-minutes = { $count } 分钟
age-hours = { $count } 小时
age-days = { $count } 天
picker-own =
    { $count ->
       *[other] 您有 { $count } 个未关闭的对话，最新的在前：
    }
picker-found =
    { $count ->
       *[other] “{ $words }”：{ $count } 个对话
    }
picker-closed =
    { $count ->
       *[other] 没有未关闭的；以下 { $count } 个对话已关闭：
    }
picker-card =
    这张 CRM 卡片有多个未关闭的对话，尚未做任何操作。要哪一个？
    { $card }
picker-marks = 🔇 静默 · 🔊 未静默 · 💬 客户在等
picker-on-portal =
    { $head }
    <code>{ $portal }</code>
picker-empty =
    您没有未关闭的对话。
    要看同事的，请粘贴其链接或发送编号。
picker-nothing-found =
    找不到名为“{ $words }”的对话。
    可放宽搜索：少写几个字、换个词，或用 /dialogs 列出全部。
    要看同事的，请粘贴其链接或发送编号。
picker-card-empty =
    这张 CRM 卡片没有未关闭的对话：{ $card }
    如果其实有，请粘贴对话本身的链接。
picker-failed = ⚠️ 无法列出您的对话。
picker-card-failed = ⚠️ 无法得知这张 CRM 卡片有哪些对话，所以什么都没有做：{ $card }
picker-meanwhile = 目前仍可使用对话本身的链接或编号。

## 新命令的提示

hint-unknown-command-meant = 没有“/{ $word }”这个命令。您是指 <code>{ $command }</code> 吗？
hint-meant = 您是指 <code>{ $command }</code> 吗？未做任何切换。
hint-no-dialog-whisper =
    写到哪个对话，写什么？例如：
    <code>/whisper { $dialog } 请给她回电话</code>
    编号也可以换成对话的链接。
hint-no-note =
    要在那里写什么？例如：
    <code>/whisper { $dialog } 请给她回电话</code>
hint-note-too-long =
    { $most ->
       *[other] 备注太长：最多 { $most } 个字符。什么都没有发布。
    }
hint-secret-in-note = 这段文字里有 Webhook，那是保密的。什么都没有发布。
hint-not-a-time =
    “{ $word }”不是时长。例如：
    <code>/remind 2小时</code>
    <code>/remind 关</code>
hint-remind-out-of-range =
    我可以在一分钟到七天后提醒您。例如：
    <code>/remind 2小时</code>
    <code>/remind 关</code>
hint-here-takes-off =
    这里不能写“{ $word }”。在群里：
    <code>/here</code> – 由这个群接收警报
    <code>/here 关</code> – 不再接收

## 我们的错误

internal-error =
    ⚠️ 我这边出错了。如果您正在切换对话，写消息之前请先查看其状态。
    请告知机器人的维护人员：<code>{ $reference }</code>

## 值班群与交接班

room-bound =
    📟 从现在起，这里是值班群。警报会发到这里，并私聊发给管理员。
    /handover – 下一班需要知道的事
    <code>/here 关</code> – 取消值班群
room-moved = 原来的群不再是值班群。
room-unbound = 这里不再是值班群。警报只私聊发给管理员。
room-not-bound = 这里不是值班群。要设为值班群：/here
room-groups-only = 值班群必须是群：请把我加进群，然后在群里或群的某个话题中发送 /here
room-lost = ⚠️ 我无法再向值班群发消息：我被移出了，或群已不存在。现在没有值班群，警报只私聊发给管理员。要设新的，请在群里发送 /here
# 两条都是：未能结束的限时静默，告知并未下指令的人。
room-timer =
    🚨 { $dialog } { $sure ->
        [maybe] 可能<b>仍在静默！</b>静默 { $duration }后，我不知道是否成功关闭了它。
       *[yes] <b>仍在静默！</b>静默 { $duration }后，我没能关闭它。
    }客户可能在等。请在 Bitrix24 中处理。
room-timer-by =
    🚨 { $dialog } { $sure ->
        [maybe] 可能<b>仍在静默！</b>按 { $name } 的指令，静默 { $duration }后应关闭，我不知道是否成功。
       *[yes] <b>仍在静默！</b>按 { $name } 的指令，静默 { $duration }后应关闭，我没能关闭它。
    }客户可能在等。请联系 { $name } 处理，或在 Bitrix24 中处理。
room-timer-why = 原因：{ $reason }
handover-head =
    { $count ->
       *[other] 🤝 交接班：现有 { $count } 个对话静默中。
    }
handover-nothing = 🤝 交接班：就我切换过的而言，现在没有静默的对话。
handover-row = 🔇 { $row }
handover-lasts = 已静默 { $duration }
handover-ends = { $duration }后结束
handover-no-end = <b>不限时</b>
handover-counts = 最近 { $duration }：🔇 开启 { $on } · 🔊 关闭 { $off } · ⚠️ 失败或存疑 { $failed }

## 只有同事能看到的备注

whisper-posted = 🤫 { $dialog }：备注已发布，只有同事能看到。
whisper-not-enabled =
    🤫 未发布：这里没有启用备注功能。
    它依赖 Bitrix24 方法 <code>im.message.add</code> 的参数 <code>SKIP_CONNECTOR</code>，该方法的文档页没有写明这个参数：万一它被忽略，客户就会看到备注。机器人的维护人员可以用 <code>HUSHBOT_WHISPER=true</code> 启用。
whisper-doubtful =
    ⚠️ { $dialog }：备注<b>未发布</b>，因为我不能确定客户看不到它。{ $doubt ->
        [closed] 会话已关闭；在那里发消息可能会开始新会话。
        [kind] Bitrix24 没有说明这是开放渠道对话。
        [moved] 门户刚刚迁到了另一个地址。请重新发送备注。
       *[unclear] Bitrix24 提供的对话信息无法确切读懂。
    }
whisper-not-member = ⚠️ { $dialog }：备注<b>未发布</b>：您不在这个对话中。请在 Bitrix24 中加入对话，然后重新发送备注。
whisper-failed = ⚠️ { $dialog }：备注<b>未发布</b>。
whisper-unclear = ❓ { $dialog }：备注可能已发布，也可能没有；我无法确定，也不会重复发布。请在 Bitrix24 中查看。

## 命令菜单，每条最多 256 个字符

menu-silent = 切换静默模式：2024 开，2024 开 30分钟，2024 关
menu-status = 查看对话，不做改动
menu-log = 谁切换了什么
menu-whoami = 我在这里的身份，我的门户情况
menu-connect = 用 Webhook 连接我的门户
menu-portal = 选择我的门户
menu-disconnect = 移除我的门户连接
menu-language = 选择语言
menu-help = 我在这里能做什么
menu-start = 开始
menu-dialogs = 从我未关闭的对话中选择
menu-silenced = 现在静默的所有对话
menu-remind = 何时提醒我有静默：2小时，关
menu-handover = 下一班需要知道的事
menu-whisper = 只有同事能看到的备注：2024 文字
menu-here = 把群设为值班群（在群里发送）
menu-invite = 生成链接，准许一人使用
menu-supervisors = 谁已获准使用
menu-revoke = 取消某人的权限

## 登录门户

sign-in-howto =
    <b>登录</b>
    请把您的门户地址发给我，我会回复一个通往登录页的按钮：
    <code>/connect NAME.bitrix24.com</code>

    <b>或使用 Webhook</b>
    在 Bitrix24 中：开发者资源 → 其他 → 入站 Webhook。勾选开放渠道（<code>imopenlines</code>）、聊天和通知（<code>im</code>），把它的地址发给我。我会立即删除您的消息。
    <code>/connect https://NAME.bitrix24.com/rest/USER/SECRET/</code>
sign-in-go-there =
    { $minutes ->
       *[other] 🔑 请在 { $minutes } 分钟内用按钮登录 <code>{ $portal }</code>。此后我将以您的名义在那里操作。
    }
sign-in-no-keys = ⚠️ 我无法登录 <code>{ $portal }</code>：机器人的维护人员没有给我用于它的应用密钥。
sign-in-no-public-address = ⚠️ 我无法登录 <code>{ $portal }</code>：本机器人没有互联网地址，门户无法回调。
sign-in-no-address = ⚠️ <code>{ $portal }</code> 这个地址，本机器人不得访问。
sign-in-instead = 用 Webhook 则不需要这些。
sign-in-not-done = ⚠️ 未登录 <code>{ $portal }</code>。{ $why }
sign-in-abandoned = 没有人及时从门户返回。如果门户显示了错误，您可能无权使用那里的应用：请联系门户管理员。
sign-in-other-portal = 响应的门户与您写的不是同一个。请检查地址。
sign-in-too-late = Bitrix24 已不再接受它自己的响应，该响应的有效期只有半分钟。请再试一次。
sign-in-ended = ⚠️ 我已无法访问 <code>{ $portal }</code>。{ $why }
trouble-ended-over = 您的登录已失效。请用按钮重新登录，或在与我的私聊中发送 <code>/connect { $portal }</code>。
    .short = 请重新登录
trouble-ended-keys-refused = Bitrix24 不接受本机器人在 <code>{ $portal }</code> 的应用：密钥有误，或那里没有安装。请告知机器人的维护人员，然后重新登录。
    .short = 应用密钥被拒
trouble-ended-unpaid = Bitrix24 表示，<code>{ $portal }</code> 或应用未付费，或者应用已删除。请联系门户管理员，然后重新登录。
    .short = 门户或应用未付费
trouble-ended-app-removed = 应用已从 <code>{ $portal }</code> 中删除。请让门户管理员重新安装，然后重新登录。
    .short = 应用已删除
trouble-auth-server-silent = Bitrix24 的授权服务器响应不正常，因此我目前没有有效的令牌。请稍后重试。
    .short = 授权服务器没有响应
connection-signed-in =
    { $count ->
       *[other] 已登录；如果一直不使用，还有 { $count } 天有效。
    }
button-go-sign-in = 🔑 登录
button-sign-in = 🔑 重新登录

## 登录后浏览器显示的内容：纯文本

page-connected = 已连接 { $portal }。
page-connected-who = 从现在起，Telegram 上的 { $owner } 在那里以 { $person } 的身份操作。如果您不知道 Telegram 上的这个人是谁，那就是有人把自己的链接发给了您：请立即让门户管理员删除该应用。
page-goes-on = 还需要一点时间。结果会发到 Telegram。
page-not-done = 没有成功。原因见 Telegram。
page-unknown = 这个链接已用过，或不是我发的。请在 Telegram 中用 /connect 重新开始。
page-expired = 这个链接太旧了：有效期为十分钟。请在 Telegram 中用 /connect 重新开始。
page-go-back = 您可以返回 Telegram 了。
