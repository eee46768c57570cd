# hushbot en español. Términos de Bitrix24: «modo silencioso», «Canales abiertos».
# Las mismas claves y variables que en.ftl; las pruebas lo comprueban.
#
# Marcado: HTML de Telegram, solo <b> y <code>. Lo que está en <code> se copia con un toque.
# A la izquierda: 🔇 en modo silencioso, 🔊 sin él, ⚠️ problema, ❓ desconocido, ⏳ en curso,
# ⏰ tarde, 🚨 alguien tiene que actuar ya.

## El idioma mismo

language-name = Español
language-name-english = Spanish
# Palabras para activar y desactivar, separadas por comas. La primera es la de los ejemplos.
silent-on-words = activar, activa, activado, sí, si, encender, enciende, silenciar
silent-off-words = desactivar, desactiva, desactivado, no, apagar, apaga
# Palabras para las unidades de tiempo, separadas por comas: 30min, 2 horas.
unit-minute-words = min, m, mins, minuto, minutos
unit-hour-words = h, hs, hora, horas
unit-day-words = d, día, días, dia, dias

## Piezas

example-dialog = 2024
dialog = <b>{ $number }</b>
dialog-named = <b>{ $number }</b> · { $name }
dialog-on-portal = { $dialog } (<code>{ $portal }</code>)
dialog-reference = <code>{ $reference }</code>
scope-name = <code>{ $scope }</code>
list-more = … y { $count } más
date = { $day } de { $month } de { $year }
month =
    { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    }
# Van detrás de «dentro de», «hace», «durante», «tras» y «lleva».
duration-days =
    { $count ->
        [one] { $count } día
       *[other] { $count } días
    }
duration-hours =
    { $count ->
        [one] { $count } hora
       *[other] { $count } horas
    }
duration-minutes =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
duration-seconds =
    { $count ->
        [one] { $count } segundo
       *[other] { $count } segundos
    }
duration-both = { $big } y { $small }
wait-known = dentro de { $duration }
wait-unknown = dentro de unos diez minutos
ago = hace { $duration }
# Segundos con un decimal.
seconds = { $whole },{ $tenths } s

## Botones: 24 caracteres como máximo

button-silent-on = 🔇 Activar silencio
button-silent-off = 🔊 Desactivar silencio
button-refresh = 🔄 Actualizar
button-retry = 🔁 Reintentar
button-status = 🔎 Ver el estado
button-minutes = ⏱️ { $count } min
button-hours = ⏱️ { $count } h
button-more = 🔇 { $count } min más
# Otra vez activado al acabar el tiempo, ahora sin final.
button-on-again = 🔇 Reactivar sin límite
button-run-now = ▶️ Ejecutar ahora
# Una de varias conversaciones: a qué lleva pulsar el botón.
button-silent-on-one = { $number } → 🔇
button-silent-off-one = { $number } → 🔊
button-retry-one = { $number } 🔁
button-status-one = { $number } 🔎
button-portal = { $number } · { $portal }
button-share = 📨 Reenviar

## De quién son los mensajes que el modo silencioso retiene

silent-means =
    { $generation ->
        [chat] Nada de lo que escriben los operadores llega al cliente.
        [personal] Sus mensajes quedan entre compañeros. Los demás operadores tienen su propio interruptor.
       *[unknown] Sus mensajes quedan entre compañeros. Los de otros operadores aún pueden llegar al cliente.
    }
loud-means =
    { $generation ->
        [chat] Lo que escriben los operadores llega al cliente.
        [personal] Los mensajes que usted escribe llegan al cliente.
       *[unknown] Los mensajes que usted escribe llegan al cliente.
    }
generation =
    { $generation ->
        [chat] Allí el modo silencioso es de toda la conversación: mientras está activado, nada de lo que escriben los operadores llega al cliente.
        [personal] Allí el modo silencioso es personal: retiene los mensajes que escribe usted, no los de otros operadores.
       *[unknown] Si allí el modo silencioso retiene solo los mensajes de usted o los de todos los operadores, se verá al activarlo o desactivarlo por primera vez.
    }

## Se cambió una conversación

switched-on = 🔇 { $dialog }: en modo silencioso.
switched-on-for = 🔇 { $dialog }: en modo silencioso durante { $duration }.
switched-off = 🔊 { $dialog }: sin modo silencioso.
# Debajo de la línea anterior.
loud-again =
    { $generation ->
        [chat] Lo que escriben los operadores vuelve a llegar al cliente.
        [personal] Los mensajes que usted escribe vuelven a llegar al cliente.
       *[unknown] Los mensajes que usted escribe vuelven a llegar al cliente.
    }
accepted-on = ❓ { $dialog }: Bitrix24 aceptó «activar», pero allí no se puede consultar el estado. Compruébelo en Bitrix24 antes de escribir algo que el cliente no deba ver.
accepted-off = ❓ { $dialog }: Bitrix24 aceptó «desactivar», pero allí no se puede consultar el estado. Compruebe en Bitrix24 que al cliente le llega lo que usted escribe.
contradicted-on = ⚠️ Bitrix24 dijo que sí, pero { $dialog } sigue <b>SIN modo silencioso</b> (comprobado). No escriba nada que el cliente no deba ver.
contradicted-off = ⚠️ Bitrix24 dijo que sí, pero { $dialog } <b>sigue en modo silencioso</b> (comprobado). Lo que usted escribe no llega al cliente.
failed-switch = ⚠️ { $dialog }: no se cambió.
failed-switch-maybe = ❓ { $dialog }: puede que se haya cambiado o puede que no. Mire el estado antes de escribir.
failed-status = ⚠️ { $dialog }: no se puede mostrar el estado.

## Varias conversaciones

many-on =
    { $count ->
        [one] 🔇 { $count } conversación está en modo silencioso.
       *[other] 🔇 Las { $count } conversaciones están en modo silencioso.
    }
many-off =
    { $count ->
        [one] 🔊 { $count } conversación ya no está en modo silencioso.
       *[other] 🔊 Ya no están en modo silencioso: las { $count } conversaciones.
    }
many-on-partly =
    { $count ->
        [one] ⚠️ Con certeza en modo silencioso: { $done } de { $count } conversación.
       *[other] ⚠️ Con certeza en modo silencioso: { $done } de { $count } conversaciones.
    }
many-off-partly =
    { $count ->
        [one] ⚠️ Con certeza ya sin modo silencioso: { $done } de { $count } conversación.
       *[other] ⚠️ Con certeza ya sin modo silencioso: { $done } de { $count } conversaciones.
    }
many-on-accepted =
    { $count ->
        [one] ❓ Bitrix24 aceptó «activar» en { $count } conversación, pero allí no se puede consultar el estado. Compruébelo antes de escribir.
       *[other] ❓ Bitrix24 aceptó «activar» en { $count } conversaciones, pero allí no se puede consultar el estado. Compruébelo antes de escribir.
    }
many-off-accepted =
    { $count ->
        [one] ❓ Bitrix24 aceptó «desactivar» en { $count } conversación, pero allí no se puede consultar el estado. Compruebe que al cliente le llega lo que usted escribe.
       *[other] ❓ Bitrix24 aceptó «desactivar» en { $count } conversaciones, pero allí no se puede consultar el estado. Compruebe que a los clientes les llega lo que usted escribe.
    }
# Debajo de la lista: de quién son los mensajes que retienen las filas con esta marca.
many-means = 🔇 = en modo silencioso. { $means }
row-on = 🔇 { $dialog }: en modo silencioso
row-off = 🔊 { $dialog }: sin modo silencioso
row-unknown = ❓ { $dialog }: se desconoce
row-accepted = ❓ { $dialog }: aceptado, no se puede comprobar
row-still-on = ⚠️ { $dialog }: <b>sigue en modo silencioso</b>
row-still-off = ⚠️ { $dialog }: <b>sigue SIN modo silencioso</b>
row-failed = ⚠️ { $dialog }: { $reason }
row-maybe = ❓ { $dialog }: quizá se cambió; { $reason }
row-closed = { $row } · sesión cerrada
row-ends = { $row } · termina en { $duration }

## El estado de una conversación

status-on = 🔇 { $dialog }: en modo silencioso.
status-off = 🔊 { $dialog }: sin modo silencioso.
status-unknown =
    ❓ { $dialog }: se desconoce.
    Bitrix24 no dice si está en modo silencioso. Compruébelo en Bitrix24 antes de escribir algo que el cliente no deba ver.
status-closed = La sesión está cerrada: lo que usted escriba no llegará a nadie hasta que empiece otra.
# Sobre una conversación o varias.
ends-in = ⏱️ El modo silencioso se desactiva por sí mismo dentro de { $duration }.

## La ficha de una conversación: los datos debajo de su estado, una línea corta para cada uno

button-undo = ↩️ Deshacer
button-open = 🔗 Abrir
# El canal según su tipo; si no se conoce, se muestra su código.
card-channel =
    { $channel ->
        [livechat] 💬 Chat en vivo
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
        [wechat] 💬 WeChat
        [notifications] 💬 SMS y WhatsApp
        [max] 💬 MAX
        [wazzup] 💬 Wazzup
        [skype] 💬 Skype
       *[unknown] 💬 { $code }
    }
card-line = { $line }
card-operator = 👤 { $name }
# El número del empleado en el portal, si no se puede obtener el nombre.
card-operator-number = 👤 empleado n.º { $number }
card-operator-nobody = 👤 nadie la ha tomado aún
card-silenced = 🕐 en modo silencioso desde hace { $duration } · { $name }
card-ends = ⏱️ termina por sí mismo dentro de { $duration }
# Sin «hasta»: el artículo cambia («hasta las 15:30», «hasta el mar 24…»).
card-ends-at = ⏱️ fin: { $clock } (dentro de { $duration })
# Un día que no es hoy.
clock-day = { $weekday } { $day } de { $month }, { $time }
weekday =
    { $weekday ->
        [1] lun
        [2] mar
        [3] mié
        [4] jue
        [5] vie
        [6] sáb
       *[7] dom
    }
# En un grupo: quién lo hizo.
acted-by = — { $name }
# Un aviso emergente, 200 caracteres como máximo: un botón que ahora podría hacer daño.
old-card = Esta ficha estaba desactualizada. Ahora muestra el estado actual: pulse otra vez.

## Mientras un comando está en curso

interim =
    ⏳ { $dialogs }: { $order ->
        [on] activando el modo silencioso.
        [off] desactivando el modo silencioso.
       *[none] sigo en ello.
    }
interim-nothing = ⏳ Sigo en ello.
interim-waiting =
    { $why ->
        [requests] Bitrix24 pide esperar (demasiadas solicitudes)
        [limit] Bitrix24 pide esperar (se agotó su límite de tiempo)
        [unreachable] No se puede acceder al portal
        [no-answer] Bitrix24 no responde
       *[error] Bitrix24 tiene un error interno
    }; próximo intento dentro de { $duration }.
interim-foot = Pondré aquí el resultado.

## Comandos que llegaron tarde

old-order = ⏰ Este comando llegó con { $duration } de retraso, así que no lo ejecuté: <code>{ $text }</code>
old-order-button = ⏰ Yo no estaba disponible cuando usted pulsó ese botón, hace { $duration }. No se cambió nada.
old-order-interrupted = ⏰ Se interrumpió mi trabajo con este comando, hace { $duration }, y no sé si se ejecutó: <code>{ $text }</code>
old-order-button-interrupted = ⏰ Se interrumpió mi trabajo después de que usted pulsara ese botón, hace { $duration }, y no sé si se ejecutó.
old-order-gone = ⏰ Ese comando ya no se puede ejecutar: ya se ejecutó, lo olvidé o es de otra persona. Ahora no se cambió nada.
not-kept = ⚠️ Ahora mismo no puedo guardar su comando de forma segura (falla mi disco), así que no lo ejecuté. Haga el cambio en Bitrix24 y avise a quien mantiene el bot.
not-kept-yet = ⚠️ Ahora mismo no puedo guardar su comando (falla mi base de datos), así que aún no lo ejecuté. Queda en espera y lo atenderé en cuanto pueda. Si es urgente, haga el cambio en Bitrix24.

## Modo silencioso por un tiempo

timer-over = 🔊 { $dialog }: el modo silencioso terminó tras { $duration }. { $means }
timer-accepted = ❓ { $dialog }: tras { $duration } desactivé el modo silencioso. Bitrix24 lo aceptó, pero allí no se puede consultar el estado. Compruebe en Bitrix24 que al cliente le llega lo que usted escribe.
timer-contradicted = 🚨 { $dialog } <b>SIGUE EN MODO SILENCIOSO</b> (comprobado): al desactivarlo tras { $duration }, Bitrix24 dijo que sí, pero no lo hizo. Lo que usted escribe no llega al cliente.
timer-failed = 🚨 { $dialog } <b>SIGUE EN MODO SILENCIOSO</b>: no pude desactivarlo tras { $duration }. Lo que usted escribe no llega al cliente.
timer-unclear = 🚨 { $dialog } quizá <b>SIGA EN MODO SILENCIOSO</b>: intenté desactivarlo tras { $duration } y no sé si funcionó. Mire el estado.
timer-no-connection = Ya no tengo acceso al portal de esta conversación. Desactive el modo silencioso en Bitrix24 o vuelva a conectar el portal con /connect en nuestro chat privado.
timer-replaced =
    { $order ->
        [on] ⏱️ { $dialog }: { $name } envió de nuevo «activar». Su temporizador queda anulado: no lo desactivaré a la hora que usted fijó.
       *[off] ⏱️ { $dialog }: { $name } envió «desactivar». Su temporizador queda anulado.
    }

## Conversaciones en modo silencioso que se vigilan

button-all-off = 🔊 Desactivar en todas
# Bitrix24 lo quitó: activarlo como estaba.
button-again = 🔇 Activar otra vez
watch-closed = 🔊 { $dialog }: la sesión se cerró, y con ella terminó el modo silencioso, tras { $duration }.
watch-dropped = ⚠️ { $dialog } <b>ya NO está en modo silencioso</b> (comprobado): tras { $duration }, Bitrix24 lo quitó o alguien lo desactivó allí. { $means }
watch-by = 🔊 { $dialog }: { $name } desactivó el modo silencioso tras { $duration }. { $means }
watch-lost = ⚠️ { $dialog }: ya no puedo vigilar esta conversación: Bitrix24 no le permite verla o no acepta su webhook. Llevaba { $duration } en modo silencioso. Compruebe en Bitrix24 si sigue así.
watch-many =
    { $count ->
        [one] ⚠️ Cambió { $count } conversación que usted puso en modo silencioso:
       *[other] ⚠️ Cambiaron { $count } conversaciones que usted puso en modo silencioso:
    }
watch-row-closed = 🔊 { $dialog }: sesión cerrada
watch-row-dropped = ⚠️ { $dialog }: <b>ya NO está en modo silencioso</b>
watch-row-by = 🔊 { $dialog }: lo desactivó { $name }
watch-row-lost = ⚠️ { $dialog }: ya sin acceso, compruébelo en Bitrix24
reminder = 🔇 { $dialog } lleva { $duration } en modo silencioso. { $means }
reminder-waits = 🚨 { $dialog }: <b>el cliente está esperando</b> respuesta, y la conversación lleva { $duration } en modo silencioso. { $means }
reminder-many =
    { $count ->
        [one] 🔇 { $count } conversación sigue en modo silencioso:
       *[other] 🔇 { $count } conversaciones siguen en modo silencioso:
    }
reminder-many-wait =
    { $count ->
        [one] 🚨 { $count } conversación sigue en modo silencioso, y <b>hay clientes esperando</b>:
       *[other] 🚨 { $count } conversaciones siguen en modo silencioso, y <b>hay clientes esperando</b>:
    }
reminder-row = 🔇 { $dialog }: { $duration }
reminder-row-waits = 🚨 { $dialog }: { $duration }, <b>el cliente está esperando</b>
reminder-foot = Cuándo recordárselo: /remind
remind-after = ⏱️ Si el modo silencioso no tiene límite, se lo recuerdo tras { $duration }, y otra vez pasado el mismo tiempo.
remind-off = ⏱️ No le recuerdo el modo silencioso sin límite.
remind-how = Para cambiarlo: <code>/remind 2h</code> o <code>/remind desactivar</code>
silenced-head =
    { $count ->
        [one] 🔇 { $count } conversación en modo silencioso, activado con este bot:
       *[other] 🔇 { $count } conversaciones en modo silencioso, activado con este bot; primero las que llevan más tiempo:
    }
silenced-head-all =
    { $count ->
        [one] 🔇 De todos: { $count } conversación en modo silencioso, activado con este bot:
       *[other] 🔇 De todos: { $count } conversaciones en modo silencioso, activado con este bot; primero las que llevan más tiempo:
    }
silenced-none = 🔊 Ninguna de sus conversaciones está en modo silencioso activado con este bot.
silenced-none-all = 🔊 Ninguna conversación está en modo silencioso activado con este bot.
silenced-row = 🔇 { $dialog }: { $duration }
silenced-row-unproven = ❓ { $dialog }: { $duration }
silenced-row-by = { $row } · { $name }
silenced-unproven = ❓ = no se pudo comprobar ahora mismo.

## El registro

log-head = Quién cambió qué, lo más reciente primero:
log-head-dialog = Quién cambió { $dialog }, lo más reciente primero:
log-empty = Todavía no se ha cambiado nada.
log-empty-dialog = No me consta que nadie haya cambiado { $dialog }.
log-row =
    { $mark ->
        [on] 🔇
        [off] 🔊
        [unknown] ❓
        [replaced] ⏭️
       *[trouble] ⚠️
    } { $where }
    { $what }
log-on = activar
log-on-for = activar durante { $duration }
log-off = desactivar
log-who = { $name }
log-who-id = <code>{ $id }</code>
log-timer = temporizador de { $person }
log-reason = «{ $reason }»
log-took = { $outcome }, { $seconds }
log-outcome =
    { $outcome ->
        [done] hecho
        [said] aceptado, no se puede comprobar
        [contradicted] <b>no hecho</b>, aunque Bitrix24 dijo que sí
        [failed] falló
        [unclear] quizá hecho
       *[replaced] lo sustituyó un comando más reciente
    }

## Para administradores: solo ellos pueden arreglarlo

alarm-second-poller = 🚨 Alguien más recibe mis mensajes: hay otra copia de este bot con el mismo token, o hay un webhook configurado. Hasta que quede solo uno, algunos mensajes no me llegan. Detenga el otro.
alarm-portal-blocked = 🚨 Bitrix24 bloqueó REST en <code>{ $portal }</code>. No puedo cambiar nada allí hasta que el administrador del portal consiga que lo desbloqueen, a través del soporte de Bitrix24.
alarm-store-broken = 🚨 Ya no puedo escribir en mi disco, así que no ejecuto ningún comando. Revise el disco y luego reinícieme.
alarm-store-away = 🚨 Mi base de datos no responde o no acepta escrituras, así que por ahora no ejecuto comandos. Esperan en Telegram y seguiré por mi cuenta cuando vuelva: revise la base de datos, no hace falta reiniciarme.

## Por qué un portal no lo hizo. El atributo es la forma breve para listas.

trouble-no-such-dialog = El portal no tiene ninguna conversación con este número. Compruebe el número o envíe un enlace a la conversación.
    .short = no existe esa conversación
trouble-not-an-open-channel = Este chat no es una conversación de Canales abiertos y no tiene modo silencioso. Compruebe el número.
    .short = no es un canal abierto
trouble-no-dialog-access = Usted no puede entrar en las conversaciones de este canal abierto. Pida acceso al administrador del portal.
    .short = sin acceso
trouble-dialog-unavailable = Bitrix24 no le muestra esa conversación. Compruebe el número; si es correcto, pida al administrador del portal acceso al canal abierto.
    .short = no encontrada o sin acceso
trouble-no-card-access = Bitrix24 no le muestra esta ficha, o no tiene ninguna conversación. Compruebe el enlace o pegue el de la propia conversación.
    .short = ficha no visible o sin conversaciones
trouble-credentials-refused = Bitrix24 no acepta el webhook: se eliminó o su clave es incorrecta. Cree uno nuevo y envíelo con /connect en nuestro chat privado.
    .short = webhook rechazado, /connect con otro
trouble-nobody-behind-credentials = Su webhook ya no tiene ningún usuario detrás. Cree uno nuevo con su propia cuenta y envíelo con /connect en nuestro chat privado.
    .short = webhook sin usuario
trouble-user-inactive = Su cuenta en el portal no está activa. Pida al administrador del portal que la active.
    .short = su cuenta no está activa
trouble-not-an-employee = Solo los empleados pueden usar el modo silencioso, y el webhook es de un usuario externo. Cree uno como empleado y envíelo con /connect en nuestro chat privado.
    .short = el webhook no es de un empleado
trouble-missing-scopes =
    { $count ->
        [one] A su webhook le falta el permiso { $scopes }. Añádalo en los ajustes del webhook en Bitrix24 e inténtelo de nuevo.
       *[other] A su webhook le faltan los permisos { $scopes }. Añádalos en los ajustes del webhook en Bitrix24 e inténtelo de nuevo.
    }
    .short = al webhook le falta { $scopes }
trouble-app-restricted = La aplicación solo está abierta a ciertos usuarios. Pida al administrador del portal que le añada.
    .short = aplicación no abierta para usted
trouble-app-removed = La aplicación se eliminó del portal. Pida al administrador del portal que la instale de nuevo o conecte un webhook con /connect en nuestro chat privado.
    .short = aplicación eliminada
trouble-wrong-kind-of-credentials = Este tipo de acceso no permite hacerlo. Cree un webhook entrante y envíelo con /connect en nuestro chat privado.
    .short = tipo de acceso inadecuado
trouble-confirmation-waiting = Antes, un administrador del portal tiene que aprobarlo en Bitrix24. Pídaselo e inténtelo de nuevo.
    .short = espera la aprobación de un administrador
trouble-confirmation-denied = Un administrador del portal lo rechazó en Bitrix24. Solo él puede permitirlo.
    .short = rechazado por un administrador
trouble-plan-required = El plan del portal no incluye acceso REST. El administrador del portal necesita un plan de pago o una suscripción a Market.
    .short = el plan no incluye acceso REST
trouble-tariff-lacks-feature = El plan del portal no incluye esto. Hable con el administrador del portal.
    .short = no incluido en el plan del portal
trouble-too-many-requests = El portal recibe ahora demasiadas solicitudes; no se hizo nada. Inténtelo de nuevo dentro de un minuto.
    .short = demasiadas solicitudes, inténtelo de nuevo
trouble-operating-time-used-up = Se agotó el límite de tiempo del portal para esto; no se hizo nada. Inténtelo de nuevo { $wait }.
    .short = límite agotado, inténtelo { $wait }
trouble-blocked-by-vendor = Bitrix24 bloqueó REST en este portal. Solo el administrador del portal puede conseguir que lo desbloqueen, a través del soporte de Bitrix24.
    .short = REST bloqueado por Bitrix24
trouble-portal-deleted = Este portal está cerrado. Puede olvidarlo con /disconnect.
    .short = portal cerrado
trouble-method-missing = El portal no puede hacerlo: su módulo de Canales abiertos falta o es demasiado antiguo. El administrador del portal tiene que instalarlo o actualizarlo.
    .short = módulo de Canales abiertos demasiado antiguo
trouble-chat-module-missing = Al portal le falta el módulo de chat. El administrador del portal tiene que instalarlo.
    .short = falta el módulo de chat
trouble-https-required = El portal exige https. Copie de nuevo la dirección del webhook, con <code>https://</code>, y envíela con /connect en nuestro chat privado.
    .short = se necesita https
trouble-auth-server-unreachable = El portal no logra conectar con el servidor de autorización de Bitrix24. Inténtelo más tarde; si sigue igual, avise al administrador del portal.
    .short = el portal no conecta con Bitrix24, inténtelo más tarde
trouble-portal-fault = Algo falló dentro de Bitrix24. Inténtelo de nuevo dentro de un minuto; si sigue igual, avise al administrador del portal.
    .short = error dentro de Bitrix24
trouble-refused = Bitrix24 lo rechazó con el código <code>{ $code }</code>. Comuníqueselo al administrador del portal.
    .short = rechazado: <code>{ $code }</code>
trouble-unreachable = No se puede acceder al portal; no se hizo nada. Inténtelo de nuevo; si sigue igual, compruebe que el portal se abre en un navegador.
    .short = no se puede acceder al portal
trouble-no-answer = Bitrix24 no respondió a tiempo. Inténtelo de nuevo dentro de un minuto.
    .short = sin respuesta a tiempo
trouble-unreadable-answer = La respuesta de Bitrix24 no se puede leer; quizá vino de un proxy. Inténtelo de nuevo; si sigue igual, avise al administrador del portal.
    .short = respuesta ilegible
trouble-address-refused = El nombre del portal lleva a una dirección interna, que este bot no puede abrir. Puede permitirlo quien mantiene el bot.
    .short = dirección interna, no permitida
trouble-redirect-refused = El portal redirige a otro sitio, y yo no lo sigo. Si se ha mudado, cree un webhook en su nueva dirección y envíelo con /connect en nuestro chat privado.
    .short = redirige a otro sitio

## Por qué no se envió nada a un portal

reason-not-connected = No tiene ningún portal conectado. Envíe /connect en nuestro chat privado para ver cómo se hace.
    .short = ningún portal conectado
reason-other-portal = El enlace lleva a <code>{ $portal }</code>, y usted no tiene conexión con ese portal. Conéctelo con /connect en nuestro chat privado.
    .short = sin conexión con <code>{ $portal }</code>
reason-no-such-connection = Usted no tiene conexión con el portal de este botón. Conéctelo con /connect o pregunte por la conversación en el suyo: <code>/status { $dialog }</code>
    .short = sin conexión con ese portal
reason-not-connected-there = Usted no tiene conexión con el portal de este botón. Conéctelo con /connect en nuestro chat privado, o vea sus conversaciones: /dialogs
    .short = sin conexión con ese portal
reason-superseded = Lo sustituyó un comando suyo más reciente; este no se ejecutó.
    .short = sustituido por un comando más reciente
reason-superseded-by = Lo sustituyó un comando más reciente de { $name }; este no se ejecutó.
    .short = sustituido por un comando más reciente de { $name }

## Bienvenida y ayuda

welcome =
    👋 Activo y desactivo el modo silencioso en los Canales abiertos de Bitrix24. Su rol aquí: { $role ->
        [admin] administrador
       *[supervisor] supervisor
    }.
let-in =
    ✅ Tiene acceso. Su rol: { $role ->
        [admin] administrador
       *[supervisor] supervisor
    }. Activo y desactivo el modo silencioso en los Canales abiertos de Bitrix24.
already-in =
    Usted ya tiene acceso aquí como { $role ->
        [admin] administrador
       *[supervisor] supervisor
    }, así que el enlace queda sin usar. Reenvíelo a la persona a la que va destinado.
next-silent =
    Pruebe con el número de una conversación: <code>/silent 2024 activar</code>
    Más: /help
next-connect = Ahora conecte su Bitrix24.
help-stranger =
    Este bot activa y desactiva el modo silencioso de las conversaciones de Bitrix24 para quienes tienen acceso, y usted aún no lo tiene.
    Un administrador puede enviarle un enlace; /whoami muestra el id que él necesita.
    /language – otro idioma
help-not-connected = ⚠️ Aún no tiene ningún portal conectado: empiece con /connect
help-examples = Pruebe:
help-examples-with = Pruebe con { $name }:
help-supervisor =
    <code>/silent { $dialog } activar</code> – solo los compañeros ven lo que usted escribe
    <code>/silent { $dialog } activar 30min</code> – lo mismo, durante 30 minutos
    <code>/silent { $dialog } desactivar</code> – el cliente vuelve a verlo
help-more = /dialogs para elegir una conversación, o pegue un enlace; el resto está en el menú.
help-admin = Para administradores: /invite · /supervisors · <code>/revoke 123456789</code>
invite-unknown = Este enlace no funciona: ya se usó o está incompleto. Pida uno nuevo a un administrador.
invite-expired = Este enlace ha caducado. Pida uno nuevo a un administrador.

## Personas

stranger = ⛔ No tiene autorización. Dé su id a un administrador: <code>{ $id }</code>
denied-stranger = ⛔ No tiene autorización. /whoami muestra el id que debe dar a un administrador.
denied-admins-only = ⛔ Eso es solo para administradores.
denied-private-only = 🔒 Eso solo funciona en un chat privado conmigo: otros no deben verlo.
whoami-head = Su id de Telegram: <code>{ $id }</code>
whoami-role =
    Rol: { $role ->
        [admin] administrador
       *[supervisor] supervisor
    }
whoami-stranger = No tiene autorización. Dé su id a un administrador.
whoami-not-connected = Ningún portal conectado. /connect muestra cómo se hace.
connection-healthy = ✅ <code>{ $portal }</code> · { $person }
connection-ailing = ⚠️ <code>{ $portal }</code> · { $person }
connection-default = { $connection } · se usa por defecto
connection-since = Conectado el { $date }.
connection-lacks =
    { $count ->
        [one] ⚠️ Al webhook le falta el permiso { $scopes }.
       *[other] ⚠️ Al webhook le faltan los permisos { $scopes }.
    }
invite-text =
    <b>Invitación a @{ $bot }</b>
    Abra el enlace y pulse «Iniciar»:
    { $link }
    Quien lo abra primero obtiene acceso como supervisor. Sirve una sola vez, durante { $hours ->
        [one] { $hours } hora
       *[other] { $hours } horas
    }.
supervisors-head =
    { $count ->
        [one] { $count } persona tiene acceso:
       *[other] { $count } personas tienen acceso:
    }
supervisor-row =
    <b>{ $name }</b> · { $role ->
        [admin] administrador
       *[supervisor] supervisor
    } · <code>{ $id }</code> · desde el { $date }
supervisor-row-environment = <code>{ $id }</code> · administrador por la configuración del bot
supervisor-portals = { $row } · { $portals }
revoked = ✅ { $name } (<code>{ $id }</code>) ya no tiene acceso.
revoked-connections =
    { $count ->
        [one] Con ello se eliminó { $count } conexión.
       *[other] Con ello se eliminaron { $count } conexiones.
    }
revoked-silences =
    { $count ->
        [one] El modo silencioso que esta persona activó por un tiempo ya no termina por sí mismo en la conversación { $dialogs }. Si allí espera un cliente, desactívelo.
       *[other] El modo silencioso que esta persona activó por un tiempo ya no termina por sí mismo en las conversaciones { $dialogs }. Si allí espera un cliente, desactívelo.
    }
revoke-not-listed = Nadie con el id <code>{ $id }</code> tiene acceso. Los id: /supervisors
revoke-admin-by-environment = <code>{ $id }</code> es administrador por la configuración del bot. Solo puede cambiarlo quien mantiene el bot.
revoke-oneself = No puede quitarse su propio acceso. Pídaselo a otro administrador.

## Portales

webhook-howto =
    <b>Dónde obtener un webhook</b>
    En Bitrix24: Recursos para desarrolladores → Otro → Webhook entrante.
    Permisos: Canales abiertos (<code>imopenlines</code>) y Chat y notificaciones (<code>im</code>). Guarde y copie la dirección.
    Tiene este aspecto, con su portal, su número de usuario y una clave larga:
    <code>https://NAME.bitrix24.com/rest/USER/SECRET/</code>
    Envíela en nuestro chat privado, detrás del comando:
    <code>/connect https://NAME.bitrix24.com/rest/USER/SECRET/</code>
    Borro su mensaje enseguida y guardo la clave cifrada.
connected = ✅ <code>{ $portal }</code> está conectado. Allí actúa como <b>{ $person }</b>.
connected-replaced = Sustituye su conexión anterior con este portal.
connected-default = A partir de ahora se usa por defecto; se cambia con /portal.
connected-lacks-open-lines = ⚠️ Aún no funciona nada: al webhook le falta el permiso Canales abiertos (<code>imopenlines</code>). Añádalo en los ajustes del webhook en Bitrix24 y luego compruébelo con /whoami.
connected-lacks-im = Al webhook le falta el permiso Chat y notificaciones (<code>im</code>). Puedo hacer los cambios sin él, pero /dialogs no puede mostrar ninguna lista, y quizá no sepa hasta más tarde de quién son los mensajes que retiene el modo silencioso.
connected-cannot-switch = ⚠️ Este portal no puede activar ni desactivar el modo silencioso: su módulo de Canales abiertos falta o es demasiado antiguo. El administrador del portal tiene que instalarlo o actualizarlo.
webhook-not-a-url = ⚠️ Eso no es un webhook: no se puede leer como dirección.
webhook-not-https = ⚠️ El webhook tiene que empezar por <code>https://</code>.
webhook-no-rest-path = ⚠️ Eso es una dirección, pero no un webhook: no contiene <code>/rest/</code>.
webhook-no-user = ⚠️ El webhook está incompleto: falta su número de usuario después de <code>/rest/</code>.
webhook-no-secret = ⚠️ El webhook está incompleto: su clave falta o está cortada. Cópielo entero.
webhook-address-refused = ⚠️ Esa es una dirección interna, que este bot no puede abrir. Puede permitirlo quien mantiene el bot.
connect-other-user = ⚠️ Bitrix24 dice que este webhook es de un usuario distinto del que indica su dirección. Cópielo de nuevo.
connect-trouble = ⚠️ No conectado.
portal-choice-use = ¿Qué portal usar por defecto?
portal-choice-forget = ¿Qué portal olvidar? Elimino su webhook de mi lado.
portal-name = <code>{ $portal }</code>
portal-row = { $number }. <code>{ $portal }</code> · { $person }
portal-chosen = ✅ A partir de ahora se usa <code>{ $portal }</code> por defecto.
disconnected = ✅ <code>{ $portal }</code> queda olvidado. También puede eliminar el webhook en Bitrix24.
not-connected = No tiene ningún portal conectado. /connect muestra cómo se hace.
secret-deleted = 🔒 Borré su mensaje con el webhook.
secret-kept = ⚠️ No pude borrar su mensaje con el webhook. <b>Bórrelo usted.</b>
secret-exposed = ⚠️ Se escribió en un grupo, así que otros pueden haberlo visto. Elimine ese webhook en Bitrix24, cree uno nuevo y envíemelo en privado.

## Idioma

language-choice = ¿En qué idioma quiere que hable?
language-changed = ✅ Ahora hablo español.

## Indicaciones

hint-no-dialog-silent =
    ¿Qué conversación? Por ejemplo:
    <code>/silent { $dialog } activar</code>
    <code>/silent { $dialog } desactivar</code>
    Un enlace a la conversación sirve igual que su número.
hint-no-dialog-status =
    ¿Qué conversación? Por ejemplo:
    <code>/status { $dialog }</code>
    Un enlace a la conversación sirve igual que su número.
hint-neither-dialog-nor-switch =
    «{ $word }» no es una conversación, ni «activar» ni «desactivar». No se cambió nada. Por ejemplo:
    <code>/silent { $dialog } activar</code>
    <code>/silent { $dialog } desactivar</code>
hint-not-a-dialog =
    «{ $word }» no es una conversación. Sí lo es un número o un enlace, por ejemplo:
    <code>/status { $dialog }</code>
hint-left-over =
    «{ $word }» no es un tiempo. Después de «activar» puede escribir un tiempo (30min, 2h, 1d) y luego un motivo; después de «desactivar», nada. No se cambió nada. Por ejemplo:
    <code>/silent { $dialog } activar</code>
    <code>/silent { $dialog } activar 30min almuerzo</code>
    <code>/silent { $dialog } desactivar</code>
hint-time-with-off =
    El tiempo va con «activar»: solo el modo silencioso puede terminar por sí mismo. No se cambió nada. Por ejemplo:
    <code>/silent { $dialog } activar 30min</code>
    <code>/silent { $dialog } desactivar</code>
hint-time-out-of-range =
    El modo silencioso puede durar de un minuto a siete días. No se cambió nada. Por ejemplo:
    <code>/silent { $dialog } activar 30min</code>
    <code>/silent { $dialog } activar 7d</code>
hint-too-many-dialogs =
    { $most ->
        [one] Son demasiadas a la vez: acepto { $most } conversación por comando. No se cambió nada.
       *[other] Son demasiadas a la vez: acepto hasta { $most } conversaciones por comando. No se cambió nada.
    }
hint-no-person =
    ¿A quién hay que quitar el acceso? Indique el id, por ejemplo:
    <code>/revoke 123456789</code>
    Los id: /supervisors
hint-no-person-word =
    «{ $word }» no es un id. Por ejemplo:
    <code>/revoke 123456789</code>
    Los id: /supervisors
hint-takes-nothing = Envíelo solo, sin nada detrás: { $command }
hint-unknown-language = No hablo «{ $word }». Hablo estos idiomas:
hint-unknown-command = No existe el comando «/{ $word }». Los que funcionan: /help
hint-not-a-command =
    Entiendo comandos, por ejemplo:
    <code>/silent { $dialog } activar</code>
    Un enlace o un número, sin más, muestra la conversación. Más: /help
hint-stale-button =
    Este botón es demasiado antiguo; no se cambió nada.
    Escriba el comando, por ejemplo:
    <code>/status { $dialog }</code>
hint-unknown-portal = Ninguno de sus portales se llama «{ $word }». Los suyos: /portal
hint-stranger = Aquí puede usar /whoami, /help y /language. Para lo demás, un administrador tiene que darle acceso.

## Elegir una conversación

# Texto de un botón que ocupa toda la fila, 40 caracteres como máximo; el nombre se recorta.
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
# Antigüedad del último mensaje, lo más breve posible.
age-minutes = { $count } min
age-hours = { $count } h
age-days = { $count } d
picker-own =
    { $count ->
        [one] Su conversación abierta:
       *[other] Sus { $count } conversaciones abiertas, las más recientes primero:
    }
picker-found =
    { $count ->
        [one] «{ $words }»: { $count } conversación
       *[other] «{ $words }»: { $count } conversaciones
    }
picker-closed =
    { $count ->
        [one] No hay ninguna abierta; esta conversación está cerrada:
       *[other] No hay ninguna abierta; estas { $count } conversaciones están cerradas:
    }
picker-card =
    Esta ficha tiene varias conversaciones abiertas, y aún no se hizo nada. ¿Cuál de ellas?
    { $card }
picker-marks = 🔇 en modo silencioso · 🔊 sin modo silencioso · 💬 el cliente espera
picker-on-portal =
    { $head }
    <code>{ $portal }</code>
picker-empty =
    No tiene conversaciones abiertas.
    Para la de un compañero, pegue su enlace o envíe su número.
picker-nothing-found =
    No encuentro ninguna conversación llamada «{ $words }».
    Amplíe la búsqueda: menos letras, otra palabra, o véalas todas con /dialogs
    Para la de un compañero, pegue su enlace o envíe su número.
picker-card-empty =
    Esta ficha no tiene ninguna conversación abierta: { $card }
    Si aun así la hay, pegue el enlace de la propia conversación.
picker-failed = ⚠️ No puedo mostrar la lista de sus conversaciones.
picker-card-failed = ⚠️ No puedo ver qué conversaciones tiene esta ficha, así que no se hizo nada: { $card }
picker-meanwhile = Mientras tanto sirve el enlace o el número de la propia conversación.

## Indicaciones de los comandos más nuevos

hint-unknown-command-meant = No existe el comando «/{ $word }». ¿Quiso decir <code>{ $command }</code>?
hint-meant = ¿Quiso decir <code>{ $command }</code>? No se cambió nada.
hint-no-dialog-whisper =
    ¿En qué conversación y qué texto? Por ejemplo:
    <code>/whisper { $dialog } devolverle la llamada</code>
    Un enlace a la conversación sirve igual que su número.
hint-no-note =
    ¿Qué quiere que escriba allí? Por ejemplo:
    <code>/whisper { $dialog } devolverle la llamada</code>
hint-note-too-long =
    { $most ->
        [one] Es demasiado largo para una nota: { $most } carácter como máximo. No se publicó nada.
       *[other] Es demasiado largo para una nota: { $most } caracteres como máximo. No se publicó nada.
    }
hint-secret-in-note = En ese texto hay un webhook, y es secreto. No se publicó nada.
hint-not-a-time =
    «{ $word }» no es un tiempo. Por ejemplo:
    <code>/remind 2h</code>
    <code>/remind desactivar</code>
hint-remind-out-of-range =
    Puedo recordárselo tras un tiempo de un minuto a siete días. Por ejemplo:
    <code>/remind 2h</code>
    <code>/remind desactivar</code>
hint-here-takes-off =
    «{ $word }» no va ahí. En un grupo:
    <code>/here</code> – este grupo recibe las alertas
    <code>/here desactivar</code> – deja de recibirlas

## Error nuestro

internal-error =
    ⚠️ Algo falló de mi lado. Si estaba cambiando una conversación, mire su estado antes de escribir.
    Avise a quien mantiene el bot: <code>{ $reference }</code>

## El grupo de guardia y el fin del turno

room-bound =
    📟 A partir de ahora este es el grupo de guardia. Las alertas llegan aquí, y a los administradores en privado.
    /handover – lo que debe saber el siguiente turno
    <code>/here desactivar</code> – deja de ser el grupo de guardia
room-moved = El grupo de guardia anterior ya no lo es.
room-unbound = Este ya no es el grupo de guardia. Las alertas llegan solo a los administradores, en privado.
room-not-bound = Este no es el grupo de guardia. Para que lo sea: /here
room-groups-only = La guardia necesita un grupo: añádame a él y envíe /here en el grupo o en uno de sus temas.
room-lost = ⚠️ Ya no puedo escribir en el grupo de guardia: me eliminaron o el grupo ya no existe. Ahora no hay ninguno, y las alertas llegan solo a los administradores, en privado. Para designar otro, envíe /here en un grupo.
# Ambos: un modo silencioso por un tiempo que no se pudo terminar; lo leen quienes no lo activaron.
room-timer =
    🚨 { $dialog } { $sure ->
        [maybe] quizá <b>SIGA EN MODO SILENCIOSO</b>: no sé si logré desactivarlo tras { $duration }.
       *[yes] <b>SIGUE EN MODO SILENCIOSO</b>: no pude desactivarlo tras { $duration }.
    } Puede que el cliente esté esperando. Resuélvalo en Bitrix24.
room-timer-by =
    🚨 { $dialog } { $sure ->
        [maybe] quizá <b>SIGA EN MODO SILENCIOSO</b>: no sé si logré desactivarlo tras { $duration }
       *[yes] <b>SIGUE EN MODO SILENCIOSO</b>: no pude desactivarlo tras { $duration }
    }, como había pedido { $name }. Puede que el cliente esté esperando. Resuélvalo con { $name } o en Bitrix24.
room-timer-why = Motivo: { $reason }
handover-head =
    { $count ->
        [one] 🤝 Cambio de turno: { $count } conversación está ahora en modo silencioso.
       *[other] 🤝 Cambio de turno: { $count } conversaciones están ahora en modo silencioso.
    }
handover-nothing = 🤝 Cambio de turno: de lo que yo activé, ahora no queda nada en modo silencioso.
handover-row = 🔇 { $row }
handover-lasts = desde hace { $duration }
handover-ends = termina en { $duration }
handover-no-end = <b>sin límite</b>
# «Desde hace»: no depende del género de la duración.
handover-counts = Desde hace { $duration }: 🔇 activado { $on } · 🔊 desactivado { $off } · ⚠️ fallido o dudoso { $failed }

## Una nota que solo ven los compañeros

whisper-posted = 🤫 { $dialog }: su nota está publicada, solo para compañeros.
whisper-not-enabled =
    🤫 No se publicó: aquí las notas no están activadas.
    Dependen de <code>SKIP_CONNECTOR</code>, un parámetro del método <code>im.message.add</code> de Bitrix24 que su página no documenta: si se ignorara, el cliente leería la nota. Quien mantiene el bot puede activarlas con <code>HUSHBOT_WHISPER=true</code>.
whisper-doubtful =
    ⚠️ { $dialog }: su nota <b>no se publicó</b>, porque no tengo la certeza de que el cliente no la vería. { $doubt ->
        [closed] La sesión está cerrada; un mensaje allí puede iniciar otra.
        [kind] Bitrix24 no dice que sea una conversación de Canales abiertos.
        [moved] El portal acaba de mudarse a otra dirección. Envíe la nota de nuevo.
       *[unclear] Lo que Bitrix24 dice de la conversación no se puede leer con certeza.
    }
whisper-not-member = ⚠️ { $dialog }: su nota <b>no se publicó</b>: usted no está en esta conversación. Entre en ella en Bitrix24 y envíe la nota de nuevo.
whisper-failed = ⚠️ { $dialog }: su nota <b>no se publicó</b>.
whisper-unclear = ❓ { $dialog }: puede que su nota se haya publicado o puede que no; no lo sé, y no la publicaré dos veces. Mírelo en Bitrix24.

## El menú de comandos, 256 caracteres como máximo cada uno

menu-silent = Modo silencioso: 2024 activar, 2024 activar 30min, 2024 desactivar
menu-status = Ver una conversación sin cambiarla
menu-log = Quién cambió qué
menu-whoami = Quién soy aquí y cómo está mi portal
menu-connect = Conectar mi portal con un webhook
menu-portal = Elegir entre mis portales
menu-disconnect = Olvidar mi acceso a un portal
menu-language = Elegir el idioma
menu-help = Qué puedo hacer aquí
menu-start = Empezar
menu-dialogs = Elegir entre mis conversaciones abiertas
menu-silenced = Todo lo que está ahora en modo silencioso
menu-remind = Cuándo recordarme el modo silencioso: 2h, desactivar
menu-handover = Lo que debe saber el siguiente turno
menu-whisper = Una nota que solo ven los compañeros: 2024 texto
menu-here = Hacer de un grupo el grupo de guardia (envíelo allí)
menu-invite = Un enlace que da acceso a una persona
menu-supervisors = Quién tiene acceso
menu-revoke = Quitar el acceso a alguien

## Iniciar sesión en un portal

sign-in-howto =
    <b>Inicie sesión</b>
    Envíeme la dirección de su portal y le respondo con un botón que lleva a su inicio de sesión:
    <code>/connect NAME.bitrix24.com</code>

    <b>O use un webhook</b>
    En Bitrix24: Recursos para desarrolladores → Otro → Webhook entrante. Marque Canales abiertos (<code>imopenlines</code>) y Chat y notificaciones (<code>im</code>), y envíeme su dirección. Borro su mensaje enseguida.
    <code>/connect https://NAME.bitrix24.com/rest/USER/SECRET/</code>
sign-in-go-there =
    { $minutes ->
        [one] 🔑 Inicie sesión en <code>{ $portal }</code> con el botón, en { $minutes } minuto como máximo. A partir de entonces actúo allí en nombre de usted.
       *[other] 🔑 Inicie sesión en <code>{ $portal }</code> con el botón, en { $minutes } minutos como máximo. A partir de entonces actúo allí en nombre de usted.
    }
sign-in-no-keys = ⚠️ No puedo iniciar sesión en <code>{ $portal }</code>: quien mantiene el bot no me ha dado claves de aplicación para ese portal.
sign-in-no-public-address = ⚠️ No puedo iniciar sesión en <code>{ $portal }</code>: este bot no tiene dirección en internet, así que el portal no podría responderle.
sign-in-no-address = ⚠️ <code>{ $portal }</code> es una dirección que este bot no puede abrir.
sign-in-instead = Con un webhook no hace falta.
sign-in-not-done = ⚠️ No se inició sesión en <code>{ $portal }</code>. { $why }
sign-in-abandoned = Nadie volvió del portal a tiempo. Si mostró un error, puede que usted no tenga permiso para usar la aplicación allí: consulte al administrador del portal.
sign-in-other-portal = Respondió un portal distinto del que usted indicó. Compruebe la dirección.
sign-in-too-late = Bitrix24 ya no aceptó su propia respuesta, que solo vale medio minuto. Inténtelo otra vez.
sign-in-ended = ⚠️ Ya no tengo acceso a <code>{ $portal }</code>. { $why }
trouble-ended-over = Su sesión ha terminado. Iníciela de nuevo con el botón o con <code>/connect { $portal }</code> en nuestro chat privado.
    .short = inicie sesión de nuevo
trouble-ended-keys-refused = Bitrix24 no acepta la aplicación de este bot en <code>{ $portal }</code>: sus claves son incorrectas o no está instalada allí. Avise a quien mantiene el bot y luego inicie sesión de nuevo.
    .short = claves de la aplicación rechazadas
trouble-ended-unpaid = Bitrix24 dice que <code>{ $portal }</code> o la aplicación no están pagados, o que la aplicación se eliminó. Consulte al administrador del portal y luego inicie sesión de nuevo.
    .short = portal o aplicación sin pagar
trouble-ended-app-removed = La aplicación se eliminó de <code>{ $portal }</code>. Pida al administrador del portal que la instale de nuevo y luego inicie sesión otra vez.
    .short = aplicación eliminada
trouble-auth-server-silent = El servidor de autorización de Bitrix24 no responde como debería, así que por ahora no tengo un token válido. Inténtelo más tarde.
    .short = el servidor de autorización no responde
connection-signed-in =
    { $count ->
        [one] Sesión iniciada; si no se usa, dura { $count } día más.
       *[other] Sesión iniciada; si no se usa, dura { $count } días más.
    }
button-go-sign-in = 🔑 Iniciar sesión
button-sign-in = 🔑 Volver a entrar

## Lo que muestra el navegador tras iniciar sesión: texto sin formato

page-connected = { $portal } está conectado.
page-connected-who = A partir de ahora, { $owner } en Telegram actúa allí como { $person }. Si no sabe quién es esa persona de Telegram, alguien le ha enviado su propio enlace: diga de inmediato al administrador del portal que elimine la aplicación.
page-goes-on = Tarda un poco más. El resultado llegará a Telegram.
page-not-done = No funcionó. El motivo está en Telegram.
page-unknown = Este enlace ya se usó o no es mío. Empiece de nuevo con /connect en Telegram.
page-expired = Este enlace es demasiado antiguo: vale diez minutos. Empiece de nuevo con /connect en Telegram.
page-go-back = Puede volver a Telegram.
