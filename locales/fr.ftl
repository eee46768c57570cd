# hushbot en français. Clés et variables comme dans en.ftl ; les tests les comparent.
#
# Le balisage est le HTML de Telegram : <b> et <code> seulement. Toucher <code> en copie le contenu.
# Au bord gauche : 🔇 silencieux, 🔊 non silencieux, ⚠️ problème, ❓ inconnu, ⏳ en cours,
# ⏰ en retard, 🚨 quelqu’un doit agir tout de suite.

## La langue elle-même

language-name = Français
language-name-english = French
# Mots pour activer et désactiver, séparés par des virgules. Le premier sert dans les exemples.
silent-on-words = oui, activer, activez, active, activé, marche
silent-off-words = non, désactiver, désactivez, désactive, désactivé, desactiver, arrêt, arret, arrêter, arreter
# Mots pour les unités de temps, séparés par des virgules : 30min, 2 heures.
unit-minute-words = min, m, mn, minute, minutes
unit-hour-words = h, heure, heures
unit-day-words = j, jour, jours

## Éléments

example-dialog = 2024
dialog = <b>{ $number }</b>
dialog-named = <b>{ $number }</b> · { $name }
dialog-on-portal = { $dialog } (<code>{ $portal }</code>)
dialog-reference = <code>{ $reference }</code>
scope-name = <code>{ $scope }</code>
list-more = … et { $count } de plus
# « 1er mars », mais « 2 mars ».
date =
    { $day ->
        [one] { $day }er
       *[other] { $day }
    } { $month } { $year }
month =
    { $month ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    }
# Après « dans », « il y a », « pendant », « après » : une seule forme convient.
duration-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
duration-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
duration-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
duration-seconds =
    { $count ->
        [one] { $count } seconde
       *[other] { $count } secondes
    }
duration-both = { $big } { $small }
wait-known = dans { $duration }
wait-unknown = dans une dizaine de minutes
ago = il y a { $duration }
# Secondes avec une décimale.
seconds = { $whole },{ $tenths } s

## Boutons : 24 caractères au plus

button-silent-on = 🔇 Rendre silencieux
button-silent-off = 🔊 Lever le silence
button-refresh = 🔄 Actualiser
button-retry = 🔁 Réessayer
button-status = 🔎 Voir l’état
button-minutes = ⏱️ { $count } min
button-hours = ⏱️ { $count } h
button-more = 🔇 Encore { $count } min
# À nouveau après la fin du temps prévu, cette fois sans fin.
button-on-again = 🔇 À nouveau, sans fin
button-run-now = ▶️ Exécuter maintenant
# Un dialogue parmi plusieurs : ce que fait le bouton.
button-silent-on-one = { $number } → 🔇
button-silent-off-one = { $number } → 🔊
button-retry-one = { $number } 🔁
button-status-one = { $number } 🔎
button-portal = { $number } · { $portal }
button-share = 📨 Transmettre

## De qui le mode silencieux retient les messages

silent-means =
    { $generation ->
        [chat] Rien de ce que les opérateurs écrivent n’arrive au client.
        [personal] Vos messages restent entre collègues. Les autres opérateurs ont leur propre réglage.
       *[unknown] Vos messages restent entre collègues. Ceux des autres opérateurs peuvent encore arriver au client.
    }
loud-means =
    { $generation ->
        [chat] Ce que les opérateurs écrivent arrive au client.
        [personal] Vos messages arrivent au client.
       *[unknown] Vos messages arrivent au client.
    }
generation =
    { $generation ->
        [chat] Le mode silencieux y vaut pour tout le dialogue : tant qu’il est activé, rien de ce que les opérateurs écrivent n’arrive au client.
        [personal] Le mode silencieux y est personnel : il retient vos messages, pas ceux des autres opérateurs.
       *[unknown] Le mode silencieux y retient-il vos messages seulement ou ceux de tous les opérateurs ? On le saura au premier changement.
    }

## Un dialogue a changé de mode

switched-on = 🔇 { $dialog } : silencieux.
switched-on-for = 🔇 { $dialog } : silencieux pendant { $duration }.
switched-off = 🔊 { $dialog } : non silencieux.
# Sous la ligne ci-dessus.
loud-again =
    { $generation ->
        [chat] Ce que les opérateurs écrivent arrive de nouveau au client.
        [personal] Vos messages arrivent de nouveau au client.
       *[unknown] Vos messages arrivent de nouveau au client.
    }
accepted-on = ❓ { $dialog } : Bitrix24 a accepté « activer », mais l’état n’y est pas lisible. Vérifiez dans Bitrix24 avant d’écrire quoi que ce soit que le client ne doit pas voir.
accepted-off = ❓ { $dialog } : Bitrix24 a accepté « désactiver », mais l’état n’y est pas lisible. Vérifiez dans Bitrix24 que le client reçoit ce que vous écrivez.
contradicted-on = ⚠️ Bitrix24 a répondu oui, mais { $dialog } n’est toujours <b>PAS silencieux</b> (vérifié). N’écrivez rien que le client ne doit pas voir.
contradicted-off = ⚠️ Bitrix24 a répondu oui, mais { $dialog } est <b>encore silencieux</b> (vérifié). Ce que vous écrivez n’arrive pas au client.
failed-switch = ⚠️ { $dialog } : mode non changé.
failed-switch-maybe = ❓ { $dialog } : le mode a peut-être changé, ou non. Regardez l’état avant d’écrire.
failed-status = ⚠️ { $dialog } : impossible d’afficher l’état.

## Plusieurs dialogues

many-on =
    { $count ->
        [one] 🔇 { $count } dialogue est silencieux.
       *[other] 🔇 Les { $count } dialogues sont tous silencieux.
    }
many-off =
    { $count ->
        [one] 🔊 Silence levé : { $count } dialogue.
       *[other] 🔊 Silence levé : les { $count } dialogues.
    }
many-on-partly =
    { $count ->
        [one] ⚠️ Silencieux, c’est certain : { $done } dialogue sur { $count }.
       *[other] ⚠️ Silencieux, c’est certain : { $done } sur { $count } dialogues.
    }
many-off-partly =
    { $count ->
        [one] ⚠️ Silence levé, c’est certain : { $done } dialogue sur { $count }.
       *[other] ⚠️ Silence levé, c’est certain : { $done } sur { $count } dialogues.
    }
many-on-accepted =
    { $count ->
        [one] ❓ Bitrix24 a accepté « activer » pour { $count } dialogue, mais son état n’y est pas lisible. Vérifiez avant d’écrire.
       *[other] ❓ Bitrix24 a accepté « activer » pour { $count } dialogues, mais leur état n’y est pas lisible. Vérifiez avant d’écrire.
    }
many-off-accepted =
    { $count ->
        [one] ❓ Bitrix24 a accepté « désactiver » pour { $count } dialogue, mais son état n’y est pas lisible. Vérifiez que le client reçoit ce que vous écrivez.
       *[other] ❓ Bitrix24 a accepté « désactiver » pour { $count } dialogues, mais leur état n’y est pas lisible. Vérifiez que les clients reçoivent ce que vous écrivez.
    }
# Sous la liste : de qui les lignes à ce signe retiennent les messages.
many-means = 🔇 = silencieux. { $means }
row-on = 🔇 { $dialog } : silencieux
row-off = 🔊 { $dialog } : non silencieux
row-unknown = ❓ { $dialog } : inconnu
row-accepted = ❓ { $dialog } : accepté, non vérifiable
row-still-on = ⚠️ { $dialog } : <b>encore silencieux</b>
row-still-off = ⚠️ { $dialog } : <b>toujours PAS silencieux</b>
row-failed = ⚠️ { $dialog } : { $reason }
row-maybe = ❓ { $dialog } : peut-être changé ; { $reason }
row-closed = { $row } · session fermée
row-ends = { $row } · fin dans { $duration }

## L’état d’un dialogue

status-on = 🔇 { $dialog } : silencieux.
status-off = 🔊 { $dialog } : non silencieux.
status-unknown =
    ❓ { $dialog } : inconnu.
    Bitrix24 ne dit pas s’il est silencieux. Vérifiez dans Bitrix24 avant d’écrire quoi que ce soit que le client ne doit pas voir.
status-closed = La session est fermée : ce que vous écrivez n’arrive à personne tant qu’une nouvelle n’a pas commencé.
# Pour un dialogue ou plusieurs.
ends-in = ⏱️ Le silence prend fin de lui-même dans { $duration }.

## La fiche d’un dialogue : sous son état, les faits, une courte ligne pour chacun

button-undo = ↩️ Annuler
button-open = 🔗 Ouvrir
# Le canal selon son genre ; un canal inconnu est montré par son code.
card-channel =
    { $channel ->
        [livechat] 💬 Chat en direct
        [telegram] 💬 Telegram
        [whatsapp] 💬 WhatsApp
        [viber] 💬 Viber
        [instagram] 💬 Instagram
        [facebook] 💬 Facebook
        [vk] 💬 VK
        [ok] 💬 OK
        [avito] 💬 Avito
        [imessage] 💬 iMessage
        [network] 💬 Bitrix24.Network
        [olx] 💬 OLX
        [wechat] 💬 WeChat
        [notifications] 💬 SMS et WhatsApp
        [max] 💬 MAX
        [wazzup] 💬 Wazzup
        [skype] 💬 Skype
       *[unknown] 💬 { $code }
    }
card-line = { $line }
card-operator = 👤 { $name }
# Le numéro de l’employé sur le portail, quand on ne peut pas avoir son nom.
card-operator-number = 👤 employé n° { $number }
card-operator-nobody = 👤 pas encore pris en charge
card-silenced = 🕐 silencieux depuis { $duration } · { $name }
card-ends = ⏱️ fin automatique dans { $duration }
# Ni « jusqu’à » ni « jusqu’au » : une seule tournure convient à l’heure et au jour.
card-ends-at = ⏱️ fin : { $clock } (dans { $duration })
# Un autre jour qu’aujourd’hui : « mar. 4 novembre, 15:30 ».
clock-day =
    { $weekday } { $day ->
        [one] { $day }er
       *[other] { $day }
    } { $month }, { $time }
weekday =
    { $weekday ->
        [1] lun.
        [2] mar.
        [3] mer.
        [4] jeu.
        [5] ven.
        [6] sam.
       *[7] dim.
    }
# Dans un groupe : qui l’a fait.
acted-by = — { $name }
# Une alerte, 200 caractères au plus : un bouton qui pourrait nuire à présent.
old-card = Ce message était ancien. Voici l’état actuel : appuyez de nouveau.

## Pendant l’exécution d’une commande

interim =
    ⏳ { $dialogs } : { $order ->
        [on] activation du mode silencieux en cours.
        [off] désactivation du mode silencieux en cours.
       *[none] toujours en cours.
    }
interim-nothing = ⏳ Toujours en cours.
interim-waiting =
    { $why ->
        [requests] Bitrix24 demande d’attendre (trop de requêtes)
        [limit] Bitrix24 demande d’attendre (sa limite de temps est épuisée)
        [unreachable] Le portail est injoignable
        [no-answer] Bitrix24 ne répond pas
       *[error] Bitrix24 a une erreur interne
    } ; prochain essai dans { $duration }.
interim-foot = J’afficherai le résultat ici.

## Commandes arrivées trop tard

old-order = ⏰ Arrivé avec { $duration } de retard, donc pas exécuté : <code>{ $text }</code>
old-order-button = ⏰ J’étais absent quand vous avez appuyé sur ce bouton, il y a { $duration }. Rien n’a changé.
old-order-interrupted = ⏰ J’ai été interrompu pendant cette commande, il y a { $duration }, et j’ignore si elle a été exécutée : <code>{ $text }</code>
old-order-button-interrupted = ⏰ J’ai été interrompu après que vous avez appuyé sur ce bouton, il y a { $duration }, et j’ignore si la commande a été exécutée.
old-order-gone = ⏰ Cette commande ne peut plus être exécutée : elle l’a déjà été, elle est oubliée ou elle est à quelqu’un d’autre. Rien n’a changé cette fois-ci.
not-kept = ⚠️ Je ne peux pas conserver votre commande en ce moment (mon disque), donc je ne l’ai pas exécutée. Changez le mode dans Bitrix24 et prévenez la personne qui gère le bot.
not-kept-yet = ⚠️ Je ne peux pas enregistrer votre commande en ce moment (ma base de données) : elle n’est pas encore exécutée. Elle attend, je m’en occupe dès que possible. Si c’est urgent, faites-le dans Bitrix24.

## Un silence à durée limitée

timer-over = 🔊 { $dialog } : le silence est terminé après { $duration }. { $means }
timer-accepted = ❓ { $dialog } : après { $duration }, j’ai désactivé le mode silencieux. Bitrix24 l’a accepté, mais l’état n’y est pas lisible. Vérifiez dans Bitrix24 que le client reçoit ce que vous écrivez.
timer-contradicted = 🚨 { $dialog } est <b>ENCORE SILENCIEUX</b> (vérifié) : Bitrix24 a répondu oui quand j’ai désactivé le mode après { $duration }, mais ne l’a pas fait. Ce que vous écrivez n’arrive pas au client.
timer-failed = 🚨 { $dialog } est <b>ENCORE SILENCIEUX</b> : je n’ai pas pu désactiver le mode après { $duration }. Ce que vous écrivez n’arrive pas au client.
timer-unclear = 🚨 { $dialog } est peut-être <b>ENCORE SILENCIEUX</b> : j’ai essayé de désactiver le mode après { $duration } et j’ignore si cela a marché. Regardez l’état.
timer-no-connection = Je n’ai plus accès au portail de ce dialogue. Désactivez le mode silencieux dans Bitrix24, ou reconnectez le portail avec /connect dans notre chat privé.
timer-replaced =
    { $order ->
        [on] ⏱️ { $dialog } : { $name } a de nouveau demandé « activer ». Votre minuteur est annulé : je ne désactiverai pas à l’heure que vous aviez fixée.
       *[off] ⏱️ { $dialog } : { $name } a demandé « désactiver ». Votre minuteur est annulé.
    }

## Dialogues silencieux sous surveillance

button-all-off = 🔊 Lever partout
# Bitrix24 l’a levé : comme avant.
button-again = 🔇 Rétablir le silence
watch-closed = 🔊 { $dialog } : la session a été fermée, et le silence a pris fin avec elle après { $duration }.
watch-dropped = ⚠️ { $dialog } n’est <b>PLUS silencieux</b> (vérifié) : après { $duration }, Bitrix24 a abandonné le mode silencieux, ou quelqu’un l’y a désactivé. { $means }
watch-by = 🔊 { $dialog } : { $name } a désactivé le mode silencieux après { $duration }. { $means }
watch-lost = ⚠️ { $dialog } : je ne peux plus le surveiller. Bitrix24 ne vous le montre pas, ou n’accepte pas votre webhook. Il était silencieux depuis { $duration }. Vérifiez dans Bitrix24 s’il l’est encore.
watch-many =
    { $count ->
        [one] ⚠️ Changement dans { $count } dialogue que vous aviez rendu silencieux :
       *[other] ⚠️ Changements dans { $count } dialogues que vous aviez rendus silencieux :
    }
watch-row-closed = 🔊 { $dialog } : session fermée
watch-row-dropped = ⚠️ { $dialog } : <b>n’est PLUS silencieux</b>
watch-row-by = 🔊 { $dialog } : désactivé par { $name }
watch-row-lost = ⚠️ { $dialog } : plus d’accès, vérifiez dans Bitrix24
reminder = 🔇 { $dialog } est silencieux depuis { $duration }. { $means }
reminder-waits = 🚨 { $dialog } : <b>le client attend</b> une réponse, et le dialogue est silencieux depuis { $duration }. { $means }
reminder-many =
    { $count ->
        [one] 🔇 { $count } dialogue est encore silencieux :
       *[other] 🔇 { $count } dialogues sont encore silencieux :
    }
reminder-many-wait =
    { $count ->
        [one] 🚨 { $count } dialogue est encore silencieux, et <b>des clients attendent</b> :
       *[other] 🚨 { $count } dialogues sont encore silencieux, et <b>des clients attendent</b> :
    }
reminder-row = 🔇 { $dialog } : depuis { $duration }
reminder-row-waits = 🚨 { $dialog } : depuis { $duration }, <b>le client attend</b>
reminder-foot = Pour régler les rappels : /remind
remind-after = ⏱️ Je vous rappelle un silence sans fin après { $duration }, puis de nouveau après le même délai.
remind-off = ⏱️ Je ne vous rappelle pas les silences sans fin.
remind-how = Pour changer : <code>/remind 2h</code> ou <code>/remind non</code>
silenced-head =
    { $count ->
        [one] 🔇 { $count } dialogue est silencieux via moi :
       *[other] 🔇 { $count } dialogues sont silencieux via moi, le plus long d’abord :
    }
silenced-head-all =
    { $count ->
        [one] 🔇 Tout le monde : { $count } dialogue est silencieux via moi :
       *[other] 🔇 Tout le monde : { $count } dialogues sont silencieux via moi, le plus long d’abord :
    }
silenced-none = 🔊 Aucun de vos dialogues n’est silencieux via moi.
silenced-none-all = 🔊 Aucun dialogue n’est silencieux via moi.
silenced-row = 🔇 { $dialog } : depuis { $duration }
silenced-row-unproven = ❓ { $dialog } : depuis { $duration }
silenced-row-by = { $row } · { $name }
silenced-unproven = ❓ = impossible à vérifier à l’instant.

## Le journal

log-head = Qui a changé quoi, le plus récent d’abord :
log-head-dialog = Qui a changé { $dialog }, le plus récent d’abord :
log-empty = Rien n’a encore été changé.
log-empty-dialog = À ma connaissance, personne n’a changé { $dialog }.
log-row =
    { $mark ->
        [on] 🔇
        [off] 🔊
        [unknown] ❓
        [replaced] ⏭️
       *[trouble] ⚠️
    } { $where }
    { $what }
log-on = silence
log-on-for = silence { $duration }
log-off = fin du silence
log-who = { $name }
log-who-id = <code>{ $id }</code>
log-timer = minuteur ({ $person })
log-reason = « { $reason } »
log-took = { $outcome }, { $seconds }
log-outcome =
    { $outcome ->
        [done] fait
        [said] accepté, invérifiable
        [contradicted] <b>pas fait</b>, malgré le oui de Bitrix24
        [failed] échec
        [unclear] peut-être fait
       *[replaced] remplacé par une commande plus récente
    }

## Pour les administrateurs : eux seuls peuvent y remédier

alarm-second-poller = 🚨 Quelqu’un d’autre reçoit mes messages : une deuxième copie de ce bot tourne avec le même jeton, ou un webhook est défini. Tant qu’il n’en reste pas un seul, certains messages ne m’arrivent pas. Arrêtez l’autre.
alarm-portal-blocked = 🚨 Bitrix24 a bloqué REST pour <code>{ $portal }</code>. Je ne peux rien y changer tant que l’administrateur du portail n’a pas fait lever le blocage par le support de Bitrix24.
alarm-store-broken = 🚨 Je ne peux plus écrire sur mon disque, donc je n’exécute aucune commande. Occupez-vous du disque, puis redémarrez-moi.
alarm-store-away = 🚨 Ma base de données est injoignable ou refuse les écritures, donc je n’exécute aucune commande pour l’instant. Elles attendent chez Telegram et je reprendrai de moi-même à son retour : occupez-vous de la base, inutile de me redémarrer.

## Ce qui a empêché un portail d’agir. L’attribut est la forme courte pour les listes.

trouble-no-such-dialog = Le portail n’a pas de dialogue avec ce numéro. Vérifiez le numéro ou envoyez un lien vers le dialogue.
    .short = dialogue introuvable
trouble-not-an-open-channel = Ce chat n’est pas un dialogue de canal ouvert et n’a pas de mode silencieux. Vérifiez le numéro.
    .short = pas un canal ouvert
trouble-no-dialog-access = Vous ne pouvez pas rejoindre les dialogues de ce canal ouvert. Demandez l’accès à l’administrateur du portail.
    .short = pas d’accès
trouble-dialog-unavailable = Bitrix24 ne vous montre aucun dialogue de ce genre. Vérifiez le numéro ; s’il est correct, demandez l’accès au canal ouvert à l’administrateur du portail.
    .short = introuvable ou sans accès
trouble-no-card-access = Bitrix24 ne vous montre pas cette fiche CRM, ou aucun dialogue ne s’y rattache. Vérifiez le lien ou envoyez celui du dialogue lui-même.
    .short = fiche CRM non visible ou sans dialogue
trouble-credentials-refused = Bitrix24 n’accepte pas le webhook : il a été supprimé ou son code secret est faux. Créez-en un nouveau et envoyez-le avec /connect dans notre chat privé.
    .short = webhook refusé, en envoyer un autre : /connect
trouble-nobody-behind-credentials = Il n’y a plus d’utilisateur derrière votre webhook. Créez-en un nouveau avec votre propre compte et envoyez-le avec /connect dans notre chat privé.
    .short = webhook sans utilisateur
trouble-user-inactive = Votre compte sur le portail n’est pas actif. Demandez à l’administrateur du portail de l’activer.
    .short = votre compte n’est pas actif
trouble-not-an-employee = Seuls les employés peuvent utiliser le mode silencieux, et le webhook appartient à quelqu’un d’extérieur. Créez-en un en tant qu’employé et envoyez-le avec /connect dans notre chat privé.
    .short = webhook d’un non-employé
trouble-missing-scopes =
    { $count ->
        [one] Il manque à votre webhook l’autorisation { $scopes }. Ajoutez-la dans les paramètres du webhook dans Bitrix24, puis réessayez.
       *[other] Il manque à votre webhook les autorisations { $scopes }. Ajoutez-les dans les paramètres du webhook dans Bitrix24, puis réessayez.
    }
    .short = il manque au webhook { $scopes }
trouble-app-restricted = L’application est réservée à certains utilisateurs. Demandez à l’administrateur du portail de vous ajouter.
    .short = application non ouverte pour vous
trouble-app-removed = L’application a été retirée du portail. Demandez à l’administrateur du portail de la réinstaller, ou connectez un webhook avec /connect dans notre chat privé.
    .short = application retirée
trouble-wrong-kind-of-credentials = Ce type d’accès ne le permet pas. Créez un webhook entrant et envoyez-le avec /connect dans notre chat privé.
    .short = mauvais type d’accès
trouble-confirmation-waiting = Un administrateur du portail doit d’abord approuver cela dans Bitrix24. Demandez-le-lui, puis réessayez.
    .short = attend l’accord d’un administrateur
trouble-confirmation-denied = Un administrateur du portail l’a refusé dans Bitrix24. Seul un administrateur peut l’autoriser.
    .short = refusé par un administrateur
trouble-plan-required = L’offre du portail ne comprend pas l’accès REST. L’administrateur du portail a besoin d’une offre payante ou d’un abonnement Market.
    .short = l’offre n’a pas d’accès REST
trouble-tariff-lacks-feature = L’offre du portail ne comprend pas cela. Parlez-en à l’administrateur du portail.
    .short = pas dans l’offre du portail
trouble-too-many-requests = Le portail reçoit trop de requêtes en ce moment ; rien n’a été fait. Réessayez dans une minute.
    .short = trop de requêtes, réessayez
trouble-operating-time-used-up = La limite de temps du portail pour cela est épuisée ; rien n’a été fait. Réessayez { $wait }.
    .short = limite épuisée, réessayez { $wait }
trouble-blocked-by-vendor = Bitrix24 a bloqué REST pour ce portail. Seul l’administrateur du portail peut faire lever le blocage, par le support de Bitrix24.
    .short = REST bloqué par Bitrix24
trouble-portal-deleted = Ce portail est fermé. Vous pouvez l’oublier avec /disconnect.
    .short = portail fermé
trouble-method-missing = Le portail ne sait pas le faire : son module de canaux ouverts manque ou est trop ancien. L’administrateur du portail doit l’installer ou le mettre à jour.
    .short = module de canaux ouverts trop ancien
trouble-chat-module-missing = Il manque au portail le module de chat. L’administrateur du portail doit l’installer.
    .short = pas de module de chat
trouble-https-required = Le portail exige https. Copiez de nouveau l’adresse du webhook, avec <code>https://</code>, et envoyez-la avec /connect dans notre chat privé.
    .short = https nécessaire
trouble-auth-server-unreachable = Le portail n’arrive pas à joindre le serveur d’autorisation de Bitrix24. Réessayez plus tard ; si cela persiste, prévenez l’administrateur du portail.
    .short = Bitrix24 injoignable du portail, réessayez plus tard
trouble-portal-fault = Quelque chose s’est cassé dans Bitrix24. Réessayez dans une minute ; si cela persiste, prévenez l’administrateur du portail.
    .short = erreur dans Bitrix24
trouble-refused = Bitrix24 a refusé avec le code <code>{ $code }</code>. Communiquez-le à l’administrateur du portail.
    .short = refusé : <code>{ $code }</code>
trouble-unreachable = Le portail est injoignable ; rien n’a été fait. Réessayez ; si cela persiste, vérifiez que le portail s’ouvre dans un navigateur.
    .short = portail injoignable
trouble-no-answer = Bitrix24 n’a pas répondu à temps. Réessayez dans une minute.
    .short = pas de réponse à temps
trouble-unreadable-answer = La réponse de Bitrix24 est illisible ; elle vient peut-être d’un proxy. Réessayez ; si cela persiste, prévenez l’administrateur du portail.
    .short = réponse illisible
trouble-address-refused = Le nom du portail mène à une adresse interne, que ce bot n’a pas le droit d’ouvrir. La personne qui gère le bot peut l’autoriser.
    .short = adresse interne, non autorisée
trouble-redirect-refused = Le portail redirige ailleurs, et je ne suis pas la redirection. S’il a déménagé, créez un webhook à sa nouvelle adresse et envoyez-le avec /connect dans notre chat privé.
    .short = redirige ailleurs

## Pourquoi rien n’a été envoyé à un portail

reason-not-connected = Vous n’avez connecté aucun portail. Envoyez /connect dans notre chat privé pour voir comment faire.
    .short = aucun portail connecté
reason-other-portal = Le lien mène à <code>{ $portal }</code>, auquel vous n’êtes pas connecté. Connectez-le avec /connect dans notre chat privé.
    .short = non connecté à <code>{ $portal }</code>
reason-no-such-connection = Vous n’êtes pas connecté au portail de ce bouton. Connectez-le avec /connect, ou demandez l’état du dialogue sur le vôtre : <code>/status { $dialog }</code>
    .short = non connecté à son portail
reason-not-connected-there = Vous n’êtes pas connecté au portail de ce bouton. Connectez-le avec /connect dans notre chat privé, ou listez vos dialogues : /dialogs
    .short = non connecté à son portail
reason-superseded = Une commande plus récente de votre part l’a remplacée ; celle-ci n’a pas été exécutée.
    .short = remplacée par une plus récente
reason-superseded-by = Une commande plus récente, donnée par { $name }, l’a remplacée ; celle-ci n’a pas été exécutée.
    .short = remplacée par une plus récente ({ $name })

## Accueil et aide

welcome =
    👋 J’active ou désactive le mode silencieux des dialogues de canaux ouverts dans Bitrix24. Vous êtes ici { $role ->
        [admin] administrateur
       *[supervisor] superviseur
    }.
let-in =
    ✅ Vous avez accès, en tant que { $role ->
        [admin] administrateur
       *[supervisor] superviseur
    }. J’active ou désactive le mode silencieux des dialogues de canaux ouverts dans Bitrix24.
already-in =
    Vous êtes déjà { $role ->
        [admin] administrateur
       *[supervisor] superviseur
    } ici, le lien reste donc inutilisé. Transmettez-le à la personne à qui il est destiné.
next-silent =
    Essayez avec le numéro d’un dialogue : <code>/silent 2024 oui</code>
    En savoir plus : /help
next-connect = Connectez maintenant votre Bitrix24.
help-stranger =
    Ce bot active ou désactive le mode silencieux des dialogues Bitrix24 pour ceux qui y ont accès. Vous ne l’avez pas encore.
    Un administrateur peut vous envoyer un lien ; /whoami affiche votre identifiant à lui donner.
    /language – une autre langue
help-not-connected = ⚠️ Vous n’avez encore connecté aucun portail : commencez par /connect
help-examples = Essayez :
help-examples-with = Essayez avec { $name } :
help-supervisor =
    <code>/silent { $dialog } oui</code> – seuls vos collègues voient ce que vous écrivez
    <code>/silent { $dialog } oui 30min</code> – de même, pendant 30 minutes
    <code>/silent { $dialog } non</code> – le client le voit de nouveau
help-more = /dialogs pour en choisir un, ou envoyez un lien ; le reste est dans le menu.
help-admin = Pour les administrateurs : /invite · /supervisors · <code>/revoke 123456789</code>
invite-unknown = Ce lien ne marche pas : il a déjà servi ou il n’est pas entier. Demandez-en un nouveau à un administrateur.
invite-expired = Ce lien est trop ancien. Demandez-en un nouveau à un administrateur.

## Personnes

stranger = ⛔ Accès non autorisé. Donnez votre identifiant à un administrateur : <code>{ $id }</code>
denied-stranger = ⛔ Accès non autorisé. /whoami affiche l’identifiant à donner à un administrateur.
denied-admins-only = ⛔ Réservé aux administrateurs.
denied-private-only = 🔒 Cela ne marche que dans un chat privé avec moi : les autres ne doivent pas le voir.
whoami-head = Votre identifiant Telegram : <code>{ $id }</code>
whoami-role =
    Rôle : { $role ->
        [admin] administrateur
       *[supervisor] superviseur
    }
whoami-stranger = Accès non autorisé. Donnez votre identifiant à un administrateur.
whoami-not-connected = Aucun portail connecté. /connect montre comment faire.
connection-healthy = ✅ <code>{ $portal }</code> · { $person }
connection-ailing = ⚠️ <code>{ $portal }</code> · { $person }
connection-default = { $connection } · par défaut
connection-since = Connecté le { $date }.
connection-lacks =
    { $count ->
        [one] ⚠️ Il manque au webhook l’autorisation { $scopes }.
       *[other] ⚠️ Il manque au webhook les autorisations { $scopes }.
    }
invite-text =
    <b>Invitation à @{ $bot }</b>
    Ouvrez le lien et appuyez sur « Démarrer » :
    { $link }
    La première personne à l’ouvrir obtient l’accès comme superviseur. Le lien ne sert qu’une fois, pendant { $hours ->
        [one] { $hours } heure
       *[other] { $hours } heures
    }.
supervisors-head =
    { $count ->
        [one] { $count } personne a accès :
       *[other] { $count } personnes ont accès :
    }
supervisor-row =
    <b>{ $name }</b> · { $role ->
        [admin] administrateur
       *[supervisor] superviseur
    } · <code>{ $id }</code> · depuis le { $date }
supervisor-row-environment = <code>{ $id }</code> · administrateur par les réglages du bot
supervisor-portals = { $row } · { $portals }
revoked = ✅ { $name } (<code>{ $id }</code>) n’a plus accès.
revoked-connections =
    { $count ->
        [one] { $count } connexion a été supprimée avec.
       *[other] { $count } connexions ont été supprimées avec.
    }
revoked-silences =
    { $count ->
        [one] Un silence à durée limitée de cette personne ne prend plus fin de lui-même, dans le dialogue { $dialogs }. Si un client y attend, désactivez-le.
       *[other] Des silences à durée limitée de cette personne ne prennent plus fin d’eux-mêmes, dans les dialogues { $dialogs }. Si un client y attend, désactivez-les.
    }
revoke-not-listed = Personne avec l’identifiant <code>{ $id }</code> n’a accès. Les identifiants : /supervisors
revoke-admin-by-environment = <code>{ $id }</code> est administrateur par les réglages du bot. Seule la personne qui gère le bot peut changer cela.
revoke-oneself = Vous ne pouvez pas retirer votre propre accès. Demandez à un autre administrateur.

## Portails

webhook-howto =
    <b>Où trouver un webhook</b>
    Dans Bitrix24 : Ressources pour les développeurs → Autre → Webhook entrant.
    Autorisations : Canaux ouverts (<code>imopenlines</code>) et Chat et notifications (<code>im</code>). Enregistrez, puis copiez l’adresse.
    Elle ressemble à ceci, avec votre portail, votre numéro d’utilisateur et un long code secret :
    <code>https://NAME.bitrix24.com/rest/USER/SECRET/</code>
    Envoyez-la dans notre chat privé, après la commande :
    <code>/connect https://NAME.bitrix24.com/rest/USER/SECRET/</code>
    Je supprime aussitôt votre message et je garde le code secret chiffré.
connected = ✅ <code>{ $portal }</code> est connecté. Vous y agissez en tant que <b>{ $person }</b>.
connected-replaced = Cela remplace votre ancienne connexion à ce portail.
connected-default = Il est désormais utilisé par défaut ; pour changer : /portal
connected-lacks-open-lines = ⚠️ Rien ne marche encore : il manque au webhook l’autorisation Canaux ouverts (<code>imopenlines</code>). Ajoutez-la dans les paramètres du webhook dans Bitrix24, puis vérifiez avec /whoami.
connected-lacks-im = Il manque au webhook l’autorisation Chat et notifications (<code>im</code>). Je peux changer le mode sans elle, mais /dialogs ne peut rien lister, et je n’apprendrai peut-être que plus tard de qui le mode silencieux retient les messages.
connected-cannot-switch = ⚠️ Ce portail ne permet pas de changer le mode silencieux : son module de canaux ouverts manque ou est trop ancien. L’administrateur du portail doit l’installer ou le mettre à jour.
webhook-not-a-url = ⚠️ Ce n’est pas un webhook : cela ne se lit pas comme une adresse.
webhook-not-https = ⚠️ Le webhook doit commencer par <code>https://</code>.
webhook-no-rest-path = ⚠️ C’est une adresse, mais pas un webhook : elle ne contient pas <code>/rest/</code>.
webhook-no-user = ⚠️ Le webhook n’est pas entier : votre numéro d’utilisateur manque après <code>/rest/</code>.
webhook-no-secret = ⚠️ Le webhook n’est pas entier : son code secret manque ou est coupé. Copiez-le en entier.
webhook-address-refused = ⚠️ C’est une adresse interne, que ce bot n’a pas le droit d’ouvrir. La personne qui gère le bot peut l’autoriser.
connect-other-user = ⚠️ Selon Bitrix24, ce webhook appartient à quelqu’un d’autre que ne le dit son adresse. Copiez-le de nouveau.
connect-trouble = ⚠️ Non connecté.
portal-choice-use = Quel portail utiliser par défaut ?
portal-choice-forget = Quel portail oublier ? Je supprimerai son webhook de mon côté.
portal-name = <code>{ $portal }</code>
portal-row = { $number }. <code>{ $portal }</code> · { $person }
portal-chosen = ✅ Désormais, <code>{ $portal }</code> est utilisé par défaut.
disconnected = ✅ <code>{ $portal }</code> est oublié. Vous pouvez aussi supprimer le webhook dans Bitrix24.
not-connected = Vous n’avez connecté aucun portail. /connect montre comment faire.
secret-deleted = 🔒 J’ai supprimé votre message avec le webhook.
secret-kept = ⚠️ Je n’ai pas pu supprimer votre message avec le webhook. <b>Supprimez-le vous-même.</b>
secret-exposed = ⚠️ Il a été écrit dans un groupe, d’autres ont donc pu le voir. Supprimez ce webhook dans Bitrix24, créez-en un nouveau et envoyez-le-moi en privé.

## Langue

language-choice = Quelle langue dois-je parler ?
language-changed = ✅ Je parle français maintenant.

## Indications

hint-no-dialog-silent =
    Quel dialogue ? Par exemple :
    <code>/silent { $dialog } oui</code>
    <code>/silent { $dialog } non</code>
    Un lien vers le dialogue convient aussi bien que son numéro.
hint-no-dialog-status =
    Quel dialogue ? Par exemple :
    <code>/status { $dialog }</code>
    Un lien vers le dialogue convient aussi bien que son numéro.
hint-neither-dialog-nor-switch =
    « { $word } » n’est ni un dialogue, ni oui, ni non. Rien n’a changé. Par exemple :
    <code>/silent { $dialog } oui</code>
    <code>/silent { $dialog } non</code>
hint-not-a-dialog =
    « { $word } » n’est pas un dialogue. Il faut un numéro ou un lien, par exemple :
    <code>/status { $dialog }</code>
hint-left-over =
    « { $word } » n’est pas une durée. Après oui, vous pouvez écrire une durée (30min, 2h, 1j) puis une raison ; après non, rien. Rien n’a changé. Par exemple :
    <code>/silent { $dialog } oui</code>
    <code>/silent { $dialog } oui 30min déjeuner</code>
    <code>/silent { $dialog } non</code>
hint-time-with-off =
    Une durée va avec oui : seul un silence peut prendre fin de lui-même. Rien n’a changé. Par exemple :
    <code>/silent { $dialog } oui 30min</code>
    <code>/silent { $dialog } non</code>
hint-time-out-of-range =
    Un silence peut durer d’une minute à sept jours. Rien n’a changé. Par exemple :
    <code>/silent { $dialog } oui 30min</code>
    <code>/silent { $dialog } oui 7j</code>
hint-too-many-dialogs =
    { $most ->
        [one] C’est trop à la fois : j’accepte { $most } dialogue par commande. Rien n’a changé.
       *[other] C’est trop à la fois : j’accepte jusqu’à { $most } dialogues par commande. Rien n’a changé.
    }
hint-no-person =
    L’accès de qui ? Donnez l’identifiant, par exemple :
    <code>/revoke 123456789</code>
    Les identifiants : /supervisors
hint-no-person-word =
    « { $word } » n’est pas un identifiant. Par exemple :
    <code>/revoke 123456789</code>
    Les identifiants : /supervisors
hint-takes-nothing = Envoyez cette commande seule, sans rien après : { $command }
hint-unknown-language = Je ne parle pas « { $word } ». Voici les langues que je parle :
# Guillemets anglais, sans espace : derrière une espace, la barre oblique deviendrait une commande.
hint-unknown-command = La commande “/{ $word }” n’existe pas. Ce qui marche : /help
hint-not-a-command =
    Je comprends les commandes, par exemple :
    <code>/silent { $dialog } oui</code>
    Un lien ou un numéro seul affiche le dialogue. En savoir plus : /help
hint-stale-button =
    Ce bouton est trop ancien ; rien n’a changé.
    Tapez plutôt la commande, par exemple :
    <code>/status { $dialog }</code>
hint-unknown-portal = Aucun de vos portails ne s’appelle « { $word } ». Les vôtres : /portal
hint-stranger = Ici, vous pouvez utiliser /whoami, /help et /language. Pour le reste, un administrateur doit vous donner accès.

## Choisir un dialogue

# Le texte d’un bouton seul sur sa ligne, 40 caractères au plus ; le nom est coupé à la bonne longueur.
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
# L’âge du dernier message, aussi court que possible.
age-minutes = { $count } min
age-hours = { $count } h
age-days = { $count } j
picker-own =
    { $count ->
        [one] Vous avez { $count } dialogue ouvert :
       *[other] Vous avez { $count } dialogues ouverts, le plus récent d’abord :
    }
picker-found =
    { $count ->
        [one] « { $words } » : { $count } dialogue
       *[other] « { $words } » : { $count } dialogues
    }
picker-closed =
    { $count ->
        [one] Rien d’ouvert ; { $count } dialogue est fermé :
       *[other] Rien d’ouvert ; ces { $count } dialogues sont fermés :
    }
picker-card =
    Cette fiche CRM a plusieurs dialogues ouverts, et rien n’a encore été fait. Lequel ?
    { $card }
picker-marks = 🔇 silencieux · 🔊 non silencieux · 💬 le client attend
picker-on-portal =
    { $head }
    <code>{ $portal }</code>
picker-empty =
    Vous n’avez aucun dialogue ouvert.
    Pour celui d’un collègue, envoyez son lien ou son numéro.
picker-nothing-found =
    Je ne trouve aucun dialogue nommé « { $words } ».
    Cherchez plus large : moins de lettres, un autre mot, ou tous avec /dialogs
    Pour celui d’un collègue, envoyez son lien ou son numéro.
picker-card-empty =
    Cette fiche CRM n’a aucun dialogue ouvert : { $card }
    S’il y en a un malgré tout, envoyez le lien du dialogue lui-même.
picker-failed = ⚠️ Je ne peux pas lister vos dialogues.
picker-card-failed = ⚠️ Je ne vois pas quels dialogues se rattachent à cette fiche CRM, donc rien n’a été fait : { $card }
picker-meanwhile = En attendant, le lien d’un dialogue ou son numéro marche.

## Indications des commandes plus récentes

# Guillemets anglais, comme plus haut.
hint-unknown-command-meant = La commande “/{ $word }” n’existe pas. Vouliez-vous dire <code>{ $command }</code> ?
hint-meant = Vouliez-vous dire <code>{ $command }</code> ? Rien n’a changé.
hint-no-dialog-whisper =
    Dans quel dialogue, et quoi ? Par exemple :
    <code>/whisper { $dialog } merci de la rappeler</code>
    Un lien vers le dialogue convient aussi bien que son numéro.
hint-no-note =
    Que dois-je y écrire ? Par exemple :
    <code>/whisper { $dialog } merci de la rappeler</code>
hint-note-too-long =
    { $most ->
        [one] C’est trop long pour une note : { $most } caractère au plus. Rien n’a été publié.
       *[other] C’est trop long pour une note : { $most } caractères au plus. Rien n’a été publié.
    }
hint-secret-in-note = Ce texte contient un webhook, et il est secret. Rien n’a été publié.
hint-not-a-time =
    « { $word } » n’est pas une durée. Par exemple :
    <code>/remind 2h</code>
    <code>/remind non</code>
hint-remind-out-of-range =
    Un rappel peut venir au bout d’une minute au moins et de sept jours au plus. Par exemple :
    <code>/remind 2h</code>
    <code>/remind non</code>
hint-here-takes-off =
    « { $word } » n’a rien à faire là. Dans un groupe :
    <code>/here</code> – ce groupe reçoit les alertes
    <code>/here non</code> – il ne les reçoit plus

## Notre erreur

internal-error =
    ⚠️ Quelque chose s’est cassé de mon côté. Si vous changiez le mode d’un dialogue, regardez son état avant d’écrire.
    Communiquez à la personne qui gère le bot : <code>{ $reference }</code>

## Le groupe d’astreinte et la relève

room-bound =
    📟 Ce groupe est désormais le groupe d’astreinte. Les alertes arrivent ici, et aux administrateurs en privé.
    /handover – ce que l’équipe suivante doit savoir
    <code>/here non</code> – y mettre fin
room-moved = L’ancien groupe d’astreinte ne l’est plus.
room-unbound = Ce groupe n’est plus le groupe d’astreinte. Les alertes n’arrivent plus qu’aux administrateurs, en privé.
room-not-bound = Ce groupe n’est pas le groupe d’astreinte. Pour qu’il le devienne : /here
room-groups-only = L’astreinte se tient dans un groupe : ajoutez-m’y, puis envoyez /here dans le groupe ou dans un de ses sujets.
room-lost = ⚠️ Je ne peux plus écrire dans le groupe d’astreinte : j’en ai été retiré, ou le groupe n’existe plus. Il n’y en a plus aucun, et les alertes n’arrivent qu’aux administrateurs, en privé. Pour un nouveau, envoyez /here dans un groupe.
# Les deux : un silence à durée limitée qui n’a pas pu prendre fin, dit à qui ne l’a pas demandé.
room-timer =
    🚨 { $dialog } { $sure ->
        [maybe] est peut-être <b>ENCORE SILENCIEUX</b> : j’ignore si j’ai pu désactiver le mode après { $duration }.
       *[yes] est <b>ENCORE SILENCIEUX</b> : je n’ai pas pu désactiver le mode après { $duration }.
    } Le client attend peut-être. Occupez-vous-en dans Bitrix24.
room-timer-by =
    🚨 { $dialog } { $sure ->
        [maybe] est peut-être <b>ENCORE SILENCIEUX</b> : j’ignore si j’ai pu désactiver le mode après { $duration }
       *[yes] est <b>ENCORE SILENCIEUX</b> : je n’ai pas pu désactiver le mode après { $duration }
    }, comme { $name } l’avait demandé. Le client attend peut-être. Occupez-vous-en avec { $name }, ou dans Bitrix24.
room-timer-why = Raison : { $reason }
handover-head =
    { $count ->
        [one] 🤝 Relève : { $count } dialogue est silencieux en ce moment.
       *[other] 🤝 Relève : { $count } dialogues sont silencieux en ce moment.
    }
handover-nothing = 🤝 Relève : rien n’est silencieux en ce moment, pour ce que j’ai changé moi-même.
handover-row = 🔇 { $row }
handover-lasts = depuis { $duration }
handover-ends = fin dans { $duration }
handover-no-end = <b>aucune fin prévue</b>
handover-counts = Depuis { $duration } : 🔇 activé { $on } · 🔊 désactivé { $off } · ⚠️ échec ou doute { $failed }

## Une note que seuls les collègues voient

whisper-posted = 🤫 { $dialog } : votre note est publiée, pour les collègues seulement.
whisper-not-enabled =
    🤫 Pas publiée : les notes ne sont pas activées ici.
    Elles reposent sur <code>SKIP_CONNECTOR</code>, un paramètre de la méthode <code>im.message.add</code> de Bitrix24 que sa page ne documente pas : s’il était ignoré, le client lirait la note. La personne qui gère le bot peut les activer avec <code>HUSHBOT_WHISPER=true</code>.
whisper-doubtful =
    ⚠️ { $dialog } : votre note n’est <b>pas publiée</b>, car je ne peux pas être sûr que le client ne la verrait pas. { $doubt ->
        [closed] La session est fermée ; un message peut en ouvrir une nouvelle.
        [kind] Bitrix24 ne dit pas que c’est un dialogue de canal ouvert.
        [moved] Le portail vient de changer d’adresse. Envoyez la note de nouveau.
       *[unclear] Ce que Bitrix24 dit du dialogue ne se lit pas avec certitude.
    }
whisper-not-member = ⚠️ { $dialog } : votre note n’est <b>pas publiée</b> : vous n’êtes pas dans ce dialogue. Rejoignez-le dans Bitrix24, puis envoyez la note de nouveau.
whisper-failed = ⚠️ { $dialog } : votre note n’est <b>pas publiée</b>.
whisper-unclear = ❓ { $dialog } : votre note est peut-être publiée, ou non ; je l’ignore, et je ne la publierai pas deux fois. Regardez dans Bitrix24.

## Le menu des commandes, 256 caractères au plus chacune

menu-silent = Mode silencieux : 2024 oui, 2024 oui 30min, 2024 non
menu-status = Voir un dialogue sans le changer
menu-log = Qui a changé quoi
menu-whoami = Qui je suis ici et comment va mon portail
menu-connect = Connecter mon portail avec un webhook
menu-portal = Choisir parmi mes portails
menu-disconnect = Oublier mon accès à un portail
menu-language = Choisir la langue
menu-help = Ce que je peux faire ici
menu-start = Commencer
menu-dialogs = Choisir parmi mes dialogues ouverts
menu-silenced = Tout ce qui est silencieux en ce moment
menu-remind = Quand me rappeler un silence : 2h, non
menu-handover = Ce que l’équipe suivante doit savoir
menu-whisper = Une note pour les collègues seulement : 2024 texte
menu-here = Faire d’un groupe celui d’astreinte (à y envoyer)
menu-invite = Un lien qui donne accès à une personne
menu-supervisors = Qui a accès
menu-revoke = Retirer l’accès à quelqu’un

## S’identifier sur un portail

sign-in-howto =
    <b>Identifiez-vous</b>
    Envoyez-moi l’adresse de votre portail, et je réponds par un bouton qui mène à sa page d’identification :
    <code>/connect NAME.bitrix24.com</code>

    <b>Ou utilisez un webhook</b>
    Dans Bitrix24 : Ressources pour les développeurs → Autre → Webhook entrant. Cochez Canaux ouverts (<code>imopenlines</code>) et Chat et notifications (<code>im</code>), puis envoyez-moi son adresse. Je supprime aussitôt votre message.
    <code>/connect https://NAME.bitrix24.com/rest/USER/SECRET/</code>
sign-in-go-there =
    { $minutes ->
        [one] 🔑 Identifiez-vous sur <code>{ $portal }</code> avec le bouton, d’ici { $minutes } minute. Dès lors, j’y agirai en votre nom.
       *[other] 🔑 Identifiez-vous sur <code>{ $portal }</code> avec le bouton, d’ici { $minutes } minutes. Dès lors, j’y agirai en votre nom.
    }
sign-in-no-keys = ⚠️ Je ne peux pas m’identifier sur <code>{ $portal }</code> : la personne qui gère le bot ne m’a pas donné de clés d’application pour ce portail.
sign-in-no-public-address = ⚠️ Je ne peux pas m’identifier sur <code>{ $portal }</code> : ce bot n’a pas d’adresse sur Internet, le portail ne pourrait donc pas lui répondre.
sign-in-no-address = ⚠️ <code>{ $portal }</code> est une adresse que ce bot n’a pas le droit d’ouvrir.
sign-in-instead = Un webhook fonctionne sans cela.
sign-in-not-done = ⚠️ L’identification sur <code>{ $portal }</code> n’a pas abouti. { $why }
sign-in-abandoned = Personne n’est revenu du portail à temps. S’il a affiché une erreur, vous n’y avez peut-être pas droit à l’application : demandez à l’administrateur du portail.
sign-in-other-portal = Un autre portail que celui que vous avez indiqué a répondu. Vérifiez l’adresse.
sign-in-too-late = Bitrix24 n’a plus accepté sa propre réponse ; elle ne vaut qu’une demi-minute. Réessayez.
sign-in-ended = ⚠️ Je n’ai plus accès à <code>{ $portal }</code>. { $why }
trouble-ended-over = Votre identification a pris fin. Identifiez-vous de nouveau avec le bouton, ou avec <code>/connect { $portal }</code> dans notre chat privé.
    .short = identifiez-vous de nouveau
trouble-ended-keys-refused = Bitrix24 n’accepte pas l’application de ce bot sur <code>{ $portal }</code> : ses clés sont fausses, ou elle n’y est pas installée. Prévenez la personne qui gère le bot, puis identifiez-vous de nouveau.
    .short = clés de l’application refusées
trouble-ended-unpaid = Selon Bitrix24, <code>{ $portal }</code> ou l’application n’est pas payé, ou l’application a été retirée. Demandez à l’administrateur du portail, puis identifiez-vous de nouveau.
    .short = portail ou application non payés
trouble-ended-app-removed = L’application a été retirée de <code>{ $portal }</code>. Demandez à l’administrateur du portail de la réinstaller, puis identifiez-vous de nouveau.
    .short = application retirée
trouble-auth-server-silent = Le serveur d’autorisation de Bitrix24 ne répond pas comme il faut ; je n’ai donc pas de jeton valable pour l’instant. Réessayez plus tard.
    .short = pas de réponse du serveur d’autorisation
connection-signed-in =
    { $count ->
        [one] Identification faite ; sans utilisation, elle vaut encore { $count } jour.
       *[other] Identification faite ; sans utilisation, elle vaut encore { $count } jours.
    }
button-go-sign-in = 🔑 S’identifier
button-sign-in = 🔑 Se réidentifier

## Ce que montre le navigateur après l’identification : texte simple

page-connected = { $portal } est connecté.
page-connected-who = Désormais, { $owner } sur Telegram y agit en tant que { $person }. Si vous ne savez pas qui c’est sur Telegram, quelqu’un vous a envoyé son propre lien : dites tout de suite à l’administrateur du portail de retirer l’application.
page-goes-on = Il faut encore un peu de temps. La réponse viendra dans Telegram.
page-not-done = Cela n’a pas marché. Telegram dit pourquoi.
page-unknown = Ce lien a déjà servi, ou il n’est pas de moi. Recommencez avec /connect dans Telegram.
page-expired = Ce lien est trop ancien : il vaut dix minutes. Recommencez avec /connect dans Telegram.
page-go-back = Vous pouvez revenir à Telegram.
