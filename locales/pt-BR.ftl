# hushbot em português do Brasil. Termos do Bitrix24: “modo silencioso”, “Canais Abertos”.
# As mesmas chaves e variáveis de en.ftl; os testes conferem.
#
# Marcação: HTML do Telegram, só <b> e <code>. O que está em <code> é copiado com um toque.
# À esquerda: 🔇 em modo silencioso, 🔊 sem modo silencioso, ⚠️ problema, ❓ desconhecido,
# ⏳ em andamento, ⏰ atrasado, 🚨 alguém precisa agir agora.

## O próprio idioma

language-name = Português (Brasil)
language-name-english = Brazilian Portuguese
# Palavras para ativar e desativar, separadas por vírgulas. A primeira é a dos exemplos.
silent-on-words = ativar, ativa, ative, ativado, sim, ligar, liga, ligue, ligado, silenciar
silent-off-words = desativar, desativa, desative, desativado, não, nao, desligar, desliga, desligue, desligado
# Palavras para as unidades de tempo, separadas por vírgulas: 30min, 2 horas.
unit-minute-words = min, m, mins, minuto, minutos
unit-hour-words = h, hs, hora, horas
unit-day-words = d, dia, dias

## Peças

example-dialog = 2024
dialog = <b>{ $number }</b>
dialog-named = <b>{ $number }</b> · { $name }
dialog-on-portal = { $dialog } (<code>{ $portal }</code>)
dialog-reference = <code>{ $reference }</code>
scope-name = <code>{ $scope }</code>
list-more = … e mais { $count }
date = { $day } de { $month } de { $year }
month =
    { $month ->
        [1] janeiro
        [2] fevereiro
        [3] março
        [4] abril
        [5] maio
        [6] junho
        [7] julho
        [8] agosto
        [9] setembro
        [10] outubro
        [11] novembro
       *[12] dezembro
    }
# Vêm depois de “daqui a”, “há”, “por”, “de” e “após”.
duration-days =
    { $count ->
        [one] { $count } dia
       *[other] { $count } dias
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
duration-both = { $big } e { $small }
wait-known = daqui a { $duration }
wait-unknown = daqui a uns dez minutos
ago = há { $duration }
# Segundos com uma casa decimal.
seconds = { $whole },{ $tenths } s

## Botões: no máximo 24 caracteres

button-silent-on = 🔇 Ativar silêncio
button-silent-off = 🔊 Desativar silêncio
button-refresh = 🔄 Atualizar
button-retry = 🔁 Tentar de novo
button-status = 🔎 Ver o status
button-minutes = ⏱️ { $count } min
button-hours = ⏱️ { $count } h
button-more = 🔇 Mais { $count } min
# Ativado de novo quando o tempo acaba, agora sem fim.
button-on-again = 🔇 Reativar sem prazo
button-run-now = ▶️ Executar agora
# Uma de várias conversas: aonde leva o botão.
button-silent-on-one = { $number } → 🔇
button-silent-off-one = { $number } → 🔊
button-retry-one = { $number } 🔁
button-status-one = { $number } 🔎
button-portal = { $number } · { $portal }
button-share = 📨 Encaminhar

## De quem são as mensagens que o modo silencioso retém

silent-means =
    { $generation ->
        [chat] Nada do que os operadores escrevem chega ao cliente.
        [personal] Suas mensagens ficam entre colegas. Os outros operadores têm o próprio controle.
       *[unknown] Suas mensagens ficam entre colegas. As dos outros operadores ainda podem chegar ao cliente.
    }
loud-means =
    { $generation ->
        [chat] O que os operadores escrevem chega ao cliente.
        [personal] Suas mensagens chegam ao cliente.
       *[unknown] Suas mensagens chegam ao cliente.
    }
generation =
    { $generation ->
        [chat] Lá o modo silencioso vale para a conversa inteira: enquanto está ativado, nada do que os operadores escrevem chega ao cliente.
        [personal] Lá o modo silencioso é só seu: retém as suas mensagens, não as dos outros operadores.
       *[unknown] Se lá o modo silencioso retém só as suas mensagens ou as de todos os operadores, vamos saber na primeira vez que você ativar ou desativar.
    }

## Uma conversa foi alterada

switched-on = 🔇 { $dialog }: em modo silencioso.
switched-on-for = 🔇 { $dialog }: em modo silencioso por { $duration }.
switched-off = 🔊 { $dialog }: sem modo silencioso.
# Abaixo da linha anterior.
loud-again =
    { $generation ->
        [chat] O que os operadores escrevem volta a chegar ao cliente.
        [personal] Suas mensagens voltam a chegar ao cliente.
       *[unknown] Suas mensagens voltam a chegar ao cliente.
    }
accepted-on = ❓ { $dialog }: o Bitrix24 aceitou “ativar”, mas lá não dá para consultar o status. Confira no Bitrix24 antes de escrever algo que o cliente não pode ver.
accepted-off = ❓ { $dialog }: o Bitrix24 aceitou “desativar”, mas lá não dá para consultar o status. Confira no Bitrix24 se o que você escreve chega ao cliente.
contradicted-on = ⚠️ O Bitrix24 disse que sim, mas { $dialog } continua <b>SEM modo silencioso</b> (verificado). Não escreva nada que o cliente não possa ver.
contradicted-off = ⚠️ O Bitrix24 disse que sim, mas { $dialog } <b>continua em modo silencioso</b> (verificado). O que você escreve não chega ao cliente.
failed-switch = ⚠️ { $dialog }: não foi alterada.
failed-switch-maybe = ❓ { $dialog }: pode ter sido alterada ou não. Veja o status antes de escrever.
failed-status = ⚠️ { $dialog }: não dá para mostrar o status.

## Várias conversas

many-on =
    { $count ->
        [one] 🔇 { $count } conversa está em modo silencioso.
       *[other] 🔇 Todas as { $count } conversas estão em modo silencioso.
    }
many-off =
    { $count ->
        [one] 🔊 { $count } conversa não está mais em modo silencioso.
       *[other] 🔊 Não estão mais em modo silencioso: todas as { $count } conversas.
    }
many-on-partly =
    { $count ->
        [one] ⚠️ Com certeza em modo silencioso: { $done } de { $count } conversa.
       *[other] ⚠️ Com certeza em modo silencioso: { $done } de { $count } conversas.
    }
many-off-partly =
    { $count ->
        [one] ⚠️ Com certeza já sem modo silencioso: { $done } de { $count } conversa.
       *[other] ⚠️ Com certeza já sem modo silencioso: { $done } de { $count } conversas.
    }
many-on-accepted =
    { $count ->
        [one] ❓ O Bitrix24 aceitou “ativar” em { $count } conversa, mas lá não dá para consultar o status. Confira antes de escrever.
       *[other] ❓ O Bitrix24 aceitou “ativar” em { $count } conversas, mas lá não dá para consultar o status. Confira antes de escrever.
    }
many-off-accepted =
    { $count ->
        [one] ❓ O Bitrix24 aceitou “desativar” em { $count } conversa, mas lá não dá para consultar o status. Confira se o que você escreve chega ao cliente.
       *[other] ❓ O Bitrix24 aceitou “desativar” em { $count } conversas, mas lá não dá para consultar o status. Confira se o que você escreve chega aos clientes.
    }
# Abaixo da lista: de quem são as mensagens retidas nas linhas com esta marca.
many-means = 🔇 = em modo silencioso. { $means }
row-on = 🔇 { $dialog }: em modo silencioso
row-off = 🔊 { $dialog }: sem modo silencioso
row-unknown = ❓ { $dialog }: status desconhecido
row-accepted = ❓ { $dialog }: aceito, não dá para conferir
row-still-on = ⚠️ { $dialog }: <b>continua em modo silencioso</b>
row-still-off = ⚠️ { $dialog }: <b>continua SEM modo silencioso</b>
row-failed = ⚠️ { $dialog }: { $reason }
row-maybe = ❓ { $dialog }: talvez alterada; { $reason }
row-closed = { $row } · sessão encerrada
row-ends = { $row } · termina em { $duration }

## O status de uma conversa

status-on = 🔇 { $dialog }: em modo silencioso.
status-off = 🔊 { $dialog }: sem modo silencioso.
status-unknown =
    ❓ { $dialog }: status desconhecido.
    O Bitrix24 não informa se está em modo silencioso. Confira no Bitrix24 antes de escrever algo que o cliente não pode ver.
status-closed = A sessão está encerrada: o que você escrever não chega a ninguém até que outra comece.
# Sobre uma conversa ou várias.
ends-in = ⏱️ O modo silencioso termina sozinho daqui a { $duration }.

## A ficha de uma conversa: os dados abaixo do status, uma linha curta para cada um

button-undo = ↩️ Desfazer
button-open = 🔗 Abrir
# O canal pelo tipo; se não for conhecido, mostra-se o código.
card-channel =
    { $channel ->
        [livechat] 💬 Chat ao vivo
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
        [notifications] 💬 SMS e WhatsApp
        [max] 💬 MAX
        [wazzup] 💬 Wazzup
        [skype] 💬 Skype
       *[unknown] 💬 { $code }
    }
card-line = { $line }
card-operator = 👤 { $name }
# O número do funcionário no portal, quando não dá para obter o nome.
card-operator-number = 👤 funcionário nº { $number }
card-operator-nobody = 👤 ninguém assumiu ainda
card-silenced = 🕐 em modo silencioso há { $duration } · { $name }
card-ends = ⏱️ termina sozinho daqui a { $duration }
card-ends-at = ⏱️ até { $clock } (daqui a { $duration })
# Um dia que não é hoje.
clock-day = { $weekday }, { $day } de { $month }, { $time }
weekday =
    { $weekday ->
        [1] seg
        [2] ter
        [3] qua
        [4] qui
        [5] sex
        [6] sáb
       *[7] dom
    }
# Em um grupo: quem fez isso.
acted-by = — { $name }
# Um aviso na tela, no máximo 200 caracteres: um botão que agora poderia causar danos.
old-card = Esta ficha estava desatualizada. Agora ela mostra o status atual: toque de novo.

## Enquanto um comando está em andamento

interim =
    ⏳ { $dialogs }: { $order ->
        [on] ativando o modo silencioso.
        [off] desativando o modo silencioso.
       *[none] ainda trabalhando nisso.
    }
interim-nothing = ⏳ Ainda trabalhando nisso.
interim-waiting =
    { $why ->
        [requests] O Bitrix24 pede para esperar (solicitações demais)
        [limit] O Bitrix24 pede para esperar (o limite de tempo dele se esgotou)
        [unreachable] Não dá para acessar o portal
        [no-answer] O Bitrix24 não responde
       *[error] O Bitrix24 está com um erro interno
    }; próxima tentativa daqui a { $duration }.
interim-foot = Vou colocar o resultado aqui.

## Comandos que chegaram atrasados

old-order = ⏰ Este comando chegou com { $duration } de atraso, por isso não executei: <code>{ $text }</code>
old-order-button = ⏰ Eu estava fora do ar quando você tocou nesse botão, há { $duration }. Nada foi alterado.
old-order-interrupted = ⏰ Meu trabalho neste comando foi interrompido, há { $duration }, e não sei se ele foi executado: <code>{ $text }</code>
old-order-button-interrupted = ⏰ Meu trabalho foi interrompido depois que você tocou nesse botão, há { $duration }, e não sei se o comando foi executado.
old-order-gone = ⏰ Esse comando não pode mais ser executado: já foi executado, foi esquecido ou é de outra pessoa. Nada foi alterado agora.
not-kept = ⚠️ No momento não consigo guardar seu comando com segurança (problema no meu disco), por isso não o executei. Faça a alteração no Bitrix24 e avise quem mantém o bot.
not-kept-yet = ⚠️ No momento não consigo guardar seu comando (meu banco de dados), por isso ainda não o executei. Ele está na espera e cuidarei dele assim que puder. Se for urgente, faça isso no Bitrix24.

## Modo silencioso por um tempo

timer-over = 🔊 { $dialog }: o modo silencioso terminou após { $duration }. { $means }
timer-accepted = ❓ { $dialog }: após { $duration } desativei o modo silencioso. O Bitrix24 aceitou, mas lá não dá para consultar o status. Confira no Bitrix24 se o que você escreve chega ao cliente.
timer-contradicted = 🚨 { $dialog } <b>CONTINUA EM MODO SILENCIOSO</b> (verificado): quando o desativei após { $duration }, o Bitrix24 disse que sim, mas não fez. O que você escreve não chega ao cliente.
timer-failed = 🚨 { $dialog } <b>CONTINUA EM MODO SILENCIOSO</b>: não consegui desativá-lo após { $duration }. O que você escreve não chega ao cliente.
timer-unclear = 🚨 { $dialog } talvez <b>CONTINUE EM MODO SILENCIOSO</b>: tentei desativá-lo após { $duration } e não sei se funcionou. Veja o status.
timer-no-connection = Não tenho mais acesso ao portal desta conversa. Desative o modo silencioso no Bitrix24 ou conecte o portal de novo com /connect no nosso chat privado.
timer-replaced =
    { $order ->
        [on] ⏱️ { $dialog }: { $name } enviou “ativar” de novo. Seu temporizador foi cancelado: não vou desativar no horário que você definiu.
       *[off] ⏱️ { $dialog }: { $name } enviou “desativar”. Seu temporizador foi cancelado.
    }

## Conversas em modo silencioso que são acompanhadas

button-all-off = 🔊 Desativar em todas
# O Bitrix24 o tirou: ativar como estava.
button-again = 🔇 Ativar de novo
watch-closed = 🔊 { $dialog }: a sessão foi encerrada, e com ela terminou o modo silencioso, após { $duration }.
watch-dropped = ⚠️ { $dialog } <b>NÃO está mais em modo silencioso</b> (verificado): após { $duration }, o Bitrix24 o tirou ou alguém o desativou lá. { $means }
watch-by = 🔊 { $dialog }: { $name } desativou o modo silencioso após { $duration }. { $means }
watch-lost = ⚠️ { $dialog }: não consigo mais acompanhar esta conversa: o Bitrix24 não deixa você vê-la ou não aceita seu webhook. Estava em modo silencioso há { $duration }. Confira no Bitrix24 se ainda está.
watch-many =
    { $count ->
        [one] ⚠️ { $count } conversa que você pôs em modo silencioso mudou:
       *[other] ⚠️ { $count } conversas que você pôs em modo silencioso mudaram:
    }
watch-row-closed = 🔊 { $dialog }: sessão encerrada
watch-row-dropped = ⚠️ { $dialog }: <b>NÃO está mais em modo silencioso</b>
watch-row-by = 🔊 { $dialog }: desativado por { $name }
watch-row-lost = ⚠️ { $dialog }: sem acesso agora, confira no Bitrix24
reminder = 🔇 { $dialog } está em modo silencioso há { $duration }. { $means }
reminder-waits = 🚨 { $dialog }: <b>o cliente está esperando</b> uma resposta, e a conversa está em modo silencioso há { $duration }. { $means }
reminder-many =
    { $count ->
        [one] 🔇 { $count } conversa continua em modo silencioso:
       *[other] 🔇 { $count } conversas continuam em modo silencioso:
    }
reminder-many-wait =
    { $count ->
        [one] 🚨 { $count } conversa continua em modo silencioso, e <b>há clientes esperando</b>:
       *[other] 🚨 { $count } conversas continuam em modo silencioso, e <b>há clientes esperando</b>:
    }
reminder-row = 🔇 { $dialog }: { $duration }
reminder-row-waits = 🚨 { $dialog }: { $duration }, <b>o cliente está esperando</b>
reminder-foot = Quando lembrar você: /remind
remind-after = ⏱️ Se o modo silencioso não tem prazo, lembro você após { $duration }, e de novo depois do mesmo tempo.
remind-off = ⏱️ Não lembro você do modo silencioso sem prazo.
remind-how = Para mudar: <code>/remind 2h</code> ou <code>/remind desativar</code>
silenced-head =
    { $count ->
        [one] 🔇 { $count } conversa em modo silencioso, ativado com este bot:
       *[other] 🔇 { $count } conversas em modo silencioso, ativado com este bot; primeiro as que estão assim há mais tempo:
    }
silenced-head-all =
    { $count ->
        [one] 🔇 De todos: { $count } conversa em modo silencioso, ativado com este bot:
       *[other] 🔇 De todos: { $count } conversas em modo silencioso, ativado com este bot; primeiro as que estão assim há mais tempo:
    }
silenced-none = 🔊 Nenhuma das suas conversas está em modo silencioso ativado com este bot.
silenced-none-all = 🔊 Nenhuma conversa está em modo silencioso ativado com este bot.
silenced-row = 🔇 { $dialog }: { $duration }
silenced-row-unproven = ❓ { $dialog }: { $duration }
silenced-row-by = { $row } · { $name }
silenced-unproven = ❓ = não deu para conferir agora.

## O registro

log-head = Quem alterou o quê, do mais recente ao mais antigo:
log-head-dialog = Quem alterou { $dialog }, do mais recente ao mais antigo:
log-empty = Nada foi alterado ainda.
log-empty-dialog = Não consta que alguém tenha alterado { $dialog }.
log-row =
    { $mark ->
        [on] 🔇
        [off] 🔊
        [unknown] ❓
        [replaced] ⏭️
       *[trouble] ⚠️
    } { $where }
    { $what }
log-on = ativar
log-on-for = ativar por { $duration }
log-off = desativar
log-who = { $name }
log-who-id = <code>{ $id }</code>
log-timer = temporizador de { $person }
log-reason = “{ $reason }”
log-took = { $outcome }, { $seconds }
log-outcome =
    { $outcome ->
        [done] feito
        [said] aceito, não dá para conferir
        [contradicted] <b>não feito</b>, embora o Bitrix24 tenha dito que sim
        [failed] falhou
        [unclear] talvez feito
       *[replaced] substituído por um comando mais recente
    }

## Para administradores: só eles podem resolver

alarm-second-poller = 🚨 Mais alguém está recebendo minhas mensagens: há outra cópia deste bot com o mesmo token, ou há um webhook configurado. Até que reste só um, algumas mensagens não chegam a mim. Pare o outro.
alarm-portal-blocked = 🚨 O Bitrix24 bloqueou o REST de <code>{ $portal }</code>. Não posso alterar nada lá até que o administrador do portal consiga o desbloqueio, pelo suporte do Bitrix24.
alarm-store-broken = 🚨 Não consigo mais gravar no meu disco, por isso não executo comandos. Verifique o disco e depois me reinicie.
alarm-store-away = 🚨 Meu banco de dados está fora do ar ou não aceita gravações, por isso não executo comandos por enquanto. Eles esperam no Telegram, e continuo sozinho quando ele voltar: cuide do banco de dados, não é preciso me reiniciar.

## O que impediu um portal de fazer isso. O atributo é a forma curta para listas.

trouble-no-such-dialog = O portal não tem nenhuma conversa com este número. Confira o número ou envie um link da conversa.
    .short = conversa não existe
trouble-not-an-open-channel = Este chat não é uma conversa de Canal Aberto e não tem modo silencioso. Confira o número.
    .short = não é um Canal Aberto
trouble-no-dialog-access = Você não pode entrar nas conversas deste Canal Aberto. Peça acesso ao administrador do portal.
    .short = sem acesso
trouble-dialog-unavailable = O Bitrix24 não mostra essa conversa para você. Confira o número; se estiver certo, peça ao administrador do portal acesso ao Canal Aberto.
    .short = não encontrada ou sem acesso
trouble-no-card-access = O Bitrix24 não mostra esta ficha para você, ou ela não tem nenhuma conversa. Confira o link ou cole o da própria conversa.
    .short = ficha não visível ou sem conversas
trouble-credentials-refused = O Bitrix24 não aceita o webhook: foi excluído ou a chave está errada. Crie um novo e envie com /connect no nosso chat privado.
    .short = webhook recusado, use /connect com um novo
trouble-nobody-behind-credentials = Não há mais nenhum usuário por trás do seu webhook. Crie um novo na sua própria conta e envie com /connect no nosso chat privado.
    .short = webhook sem usuário
trouble-user-inactive = Sua conta no portal não está ativa. Peça ao administrador do portal que a ative.
    .short = sua conta não está ativa
trouble-not-an-employee = Só funcionários podem usar o modo silencioso, e o webhook é de um usuário externo. Crie um como funcionário e envie com /connect no nosso chat privado.
    .short = webhook não é de funcionário
trouble-missing-scopes =
    { $count ->
        [one] Falta ao seu webhook a permissão { $scopes }. Adicione-a nas configurações do webhook no Bitrix24 e tente de novo.
       *[other] Faltam ao seu webhook as permissões { $scopes }. Adicione-as nas configurações do webhook no Bitrix24 e tente de novo.
    }
    .short = falta ao webhook { $scopes }
trouble-app-restricted = O aplicativo está aberto só a certos usuários. Peça ao administrador do portal que inclua você.
    .short = aplicativo não aberto para você
trouble-app-removed = O aplicativo foi removido do portal. Peça ao administrador do portal que o instale de novo ou conecte um webhook com /connect no nosso chat privado.
    .short = aplicativo removido
trouble-wrong-kind-of-credentials = Este tipo de acesso não permite isso. Crie um webhook de entrada e envie com /connect no nosso chat privado.
    .short = tipo de acesso errado
trouble-confirmation-waiting = Antes, um administrador do portal precisa aprovar isso no Bitrix24. Peça a ele e tente de novo.
    .short = aguarda aprovação de um administrador
trouble-confirmation-denied = Um administrador do portal recusou isso no Bitrix24. Só ele pode permitir.
    .short = recusado por um administrador
trouble-plan-required = O plano do portal não tem acesso REST. O administrador do portal precisa de um plano pago ou de uma assinatura do Market.
    .short = o plano não tem acesso REST
trouble-tariff-lacks-feature = O plano do portal não inclui isso. Fale com o administrador do portal.
    .short = não incluído no plano do portal
trouble-too-many-requests = O portal está recebendo solicitações demais; nada foi feito. Tente de novo daqui a um minuto.
    .short = solicitações demais, tente de novo
trouble-operating-time-used-up = O limite de tempo do portal para isso se esgotou; nada foi feito. Tente de novo { $wait }.
    .short = limite esgotado, tente { $wait }
trouble-blocked-by-vendor = O Bitrix24 bloqueou o REST deste portal. Só o administrador do portal pode conseguir o desbloqueio, pelo suporte do Bitrix24.
    .short = REST bloqueado pelo Bitrix24
trouble-portal-deleted = Este portal está fechado. Você pode esquecê-lo com /disconnect.
    .short = portal fechado
trouble-method-missing = O portal não consegue fazer isso: o módulo de Canais Abertos não existe lá ou é antigo demais. O administrador do portal precisa instalá-lo ou atualizá-lo.
    .short = módulo de Canais Abertos antigo demais
trouble-chat-module-missing = Falta ao portal o módulo de bate-papo. O administrador do portal precisa instalá-lo.
    .short = falta o módulo de bate-papo
trouble-https-required = O portal exige https. Copie de novo o endereço do webhook, com <code>https://</code>, e envie com /connect no nosso chat privado.
    .short = precisa de https
trouble-auth-server-unreachable = O portal não consegue acessar o servidor de autorização do Bitrix24. Tente mais tarde; se continuar assim, avise o administrador do portal.
    .short = o portal não acessa o Bitrix24, tente mais tarde
trouble-portal-fault = Algo deu errado dentro do Bitrix24. Tente de novo daqui a um minuto; se continuar assim, avise o administrador do portal.
    .short = erro dentro do Bitrix24
trouble-refused = O Bitrix24 recusou com o código <code>{ $code }</code>. Informe-o ao administrador do portal.
    .short = recusado: <code>{ $code }</code>
trouble-unreachable = Não dá para acessar o portal; nada foi feito. Tente de novo; se continuar assim, confira se o portal abre em um navegador.
    .short = não dá para acessar o portal
trouble-no-answer = O Bitrix24 não respondeu a tempo. Tente de novo daqui a um minuto.
    .short = sem resposta a tempo
trouble-unreadable-answer = Não dá para ler a resposta do Bitrix24; talvez tenha vindo de um proxy. Tente de novo; se continuar assim, avise o administrador do portal.
    .short = resposta ilegível
trouble-address-refused = O nome do portal leva a um endereço interno, que este bot não pode abrir. Quem mantém o bot pode permitir.
    .short = endereço interno, não permitido
trouble-redirect-refused = O portal redireciona para outro lugar, e eu não sigo. Se ele mudou de endereço, crie um webhook no novo e envie com /connect no nosso chat privado.
    .short = redireciona para outro lugar

## Por que nada foi enviado a um portal

reason-not-connected = Você não tem nenhum portal conectado. Envie /connect no nosso chat privado para ver como fazer.
    .short = nenhum portal conectado
reason-other-portal = O link leva a <code>{ $portal }</code>, e você não tem conexão com ele. Conecte-o com /connect no nosso chat privado.
    .short = sem conexão com <code>{ $portal }</code>
reason-no-such-connection = Você não tem conexão com o portal deste botão. Conecte-o com /connect ou consulte a conversa no seu: <code>/status { $dialog }</code>
    .short = sem conexão com esse portal
reason-not-connected-there = Você não tem conexão com o portal deste botão. Conecte-o com /connect no nosso chat privado ou veja as suas conversas: /dialogs
    .short = sem conexão com esse portal
reason-superseded = Um comando seu mais recente tomou o lugar; este não foi executado.
    .short = substituído por um comando mais recente
reason-superseded-by = Um comando mais recente de { $name } tomou o lugar; este não foi executado.
    .short = substituído por um comando mais recente de { $name }

## Boas-vindas e ajuda

welcome =
    👋 Ativo e desativo o modo silencioso nos Canais Abertos do Bitrix24. Sua função aqui: { $role ->
        [admin] administrador
       *[supervisor] supervisor
    }.
let-in =
    ✅ Você tem acesso. Sua função: { $role ->
        [admin] administrador
       *[supervisor] supervisor
    }. Ativo e desativo o modo silencioso nos Canais Abertos do Bitrix24.
already-in =
    Você já tem acesso aqui como { $role ->
        [admin] administrador
       *[supervisor] supervisor
    }, então o link continua sem uso. Encaminhe-o à pessoa a quem se destina.
next-silent =
    Experimente com o número de uma conversa: <code>/silent 2024 ativar</code>
    Mais: /help
next-connect = Agora conecte o seu Bitrix24.
help-stranger =
    Este bot ativa e desativa o modo silencioso das conversas do Bitrix24 para quem tem acesso, e você ainda não tem.
    Um administrador pode enviar um link para você; /whoami mostra o id para informar a ele.
    /language – outro idioma
help-not-connected = ⚠️ Você ainda não tem nenhum portal conectado: comece com /connect
help-examples = Experimente:
help-examples-with = Experimente com { $name }:
help-supervisor =
    <code>/silent { $dialog } ativar</code> – só os colegas veem o que você escreve
    <code>/silent { $dialog } ativar 30min</code> – o mesmo, por 30 minutos
    <code>/silent { $dialog } desativar</code> – o cliente volta a ver
help-more = /dialogs para escolher uma conversa, ou cole um link; o resto está no menu.
help-admin = Para administradores: /invite · /supervisors · <code>/revoke 123456789</code>
invite-unknown = Este link não funciona: já foi usado ou está incompleto. Peça um novo a um administrador.
invite-expired = Este link expirou. Peça um novo a um administrador.

## Pessoas

stranger = ⛔ Você não tem autorização. Informe seu id a um administrador: <code>{ $id }</code>
denied-stranger = ⛔ Você não tem autorização. /whoami mostra o id para informar a um administrador.
denied-admins-only = ⛔ Isso é só para administradores.
denied-private-only = 🔒 Isso só funciona em um chat privado comigo: outros não podem ver.
whoami-head = Seu id do Telegram: <code>{ $id }</code>
whoami-role =
    Função: { $role ->
        [admin] administrador
       *[supervisor] supervisor
    }
whoami-stranger = Você não tem autorização. Informe seu id a um administrador.
whoami-not-connected = Nenhum portal conectado. /connect mostra como fazer.
connection-healthy = ✅ <code>{ $portal }</code> · { $person }
connection-ailing = ⚠️ <code>{ $portal }</code> · { $person }
connection-default = { $connection } · usado por padrão
connection-since = Conectado em { $date }.
connection-lacks =
    { $count ->
        [one] ⚠️ Falta ao webhook a permissão { $scopes }.
       *[other] ⚠️ Faltam ao webhook as permissões { $scopes }.
    }
invite-text =
    <b>Convite para @{ $bot }</b>
    Abra o link e toque em “Iniciar”:
    { $link }
    Quem abrir primeiro recebe acesso como supervisor. Funciona uma única vez, por { $hours ->
        [one] { $hours } hora
       *[other] { $hours } horas
    }.
supervisors-head =
    { $count ->
        [one] { $count } pessoa tem acesso:
       *[other] { $count } pessoas têm acesso:
    }
supervisor-row =
    <b>{ $name }</b> · { $role ->
        [admin] administrador
       *[supervisor] supervisor
    } · <code>{ $id }</code> · desde { $date }
supervisor-row-environment = <code>{ $id }</code> · administrador pela configuração do bot
supervisor-portals = { $row } · { $portals }
revoked = ✅ { $name } (<code>{ $id }</code>) não tem mais acesso.
revoked-connections =
    { $count ->
        [one] Com isso, { $count } conexão foi excluída.
       *[other] Com isso, { $count } conexões foram excluídas.
    }
revoked-silences =
    { $count ->
        [one] O modo silencioso que essa pessoa ativou por um tempo não termina mais sozinho na conversa { $dialogs }. Se um cliente espera lá, desative-o.
       *[other] O modo silencioso que essa pessoa ativou por um tempo não termina mais sozinho nas conversas { $dialogs }. Se um cliente espera lá, desative-o.
    }
revoke-not-listed = Ninguém com o id <code>{ $id }</code> tem acesso. Os ids: /supervisors
revoke-admin-by-environment = <code>{ $id }</code> é administrador pela configuração do bot. Só quem mantém o bot pode mudar isso.
revoke-oneself = Você não pode retirar o próprio acesso. Peça a outro administrador.

## Portais

webhook-howto =
    <b>Onde obter um webhook</b>
    No Bitrix24: Recursos para desenvolvedores → Outros → Webhook de entrada.
    Permissões: Canais Abertos (<code>imopenlines</code>) e Bate-papo e notificações (<code>im</code>). Salve e copie o endereço.
    Ele é assim, com o seu portal, o seu número de usuário e uma chave longa:
    <code>https://NAME.bitrix24.com/rest/USER/SECRET/</code>
    Envie-o no nosso chat privado, depois do comando:
    <code>/connect https://NAME.bitrix24.com/rest/USER/SECRET/</code>
    Apago sua mensagem na hora e guardo a chave criptografada.
connected = ✅ <code>{ $portal }</code> está conectado. Lá você age como <b>{ $person }</b>.
connected-replaced = Substitui sua conexão anterior com este portal.
connected-default = De agora em diante é usado por padrão; para mudar: /portal
connected-lacks-open-lines = ⚠️ Nada funciona ainda: falta ao webhook a permissão Canais Abertos (<code>imopenlines</code>). Adicione-a nas configurações do webhook no Bitrix24 e depois confira com /whoami.
connected-lacks-im = Falta ao webhook a permissão Bate-papo e notificações (<code>im</code>). Consigo ativar e desativar sem ela, mas /dialogs não consegue listar nada, e talvez eu só descubra mais tarde de quem são as mensagens que o modo silencioso retém.
connected-cannot-switch = ⚠️ Este portal não consegue ativar nem desativar o modo silencioso: o módulo de Canais Abertos não existe lá ou é antigo demais. O administrador do portal precisa instalá-lo ou atualizá-lo.
webhook-not-a-url = ⚠️ Isso não é um webhook: não dá para ler como endereço.
webhook-not-https = ⚠️ O webhook precisa começar com <code>https://</code>.
webhook-no-rest-path = ⚠️ Isso é um endereço, mas não um webhook: não contém <code>/rest/</code>.
webhook-no-user = ⚠️ O webhook está incompleto: falta o seu número de usuário depois de <code>/rest/</code>.
webhook-no-secret = ⚠️ O webhook está incompleto: a chave está faltando ou foi cortada. Copie tudo.
webhook-address-refused = ⚠️ Isso é um endereço interno, que este bot não pode abrir. Quem mantém o bot pode permitir.
connect-other-user = ⚠️ O Bitrix24 diz que este webhook é de um usuário diferente do indicado no endereço. Copie-o de novo.
connect-trouble = ⚠️ Não conectado.
portal-choice-use = Qual portal usar por padrão?
portal-choice-forget = Qual portal esquecer? Excluo o webhook dele do meu lado.
portal-name = <code>{ $portal }</code>
portal-row = { $number }. <code>{ $portal }</code> · { $person }
portal-chosen = ✅ De agora em diante <code>{ $portal }</code> é usado por padrão.
disconnected = ✅ <code>{ $portal }</code> foi esquecido. Você pode excluir o webhook no Bitrix24 também.
not-connected = Você não tem nenhum portal conectado. /connect mostra como fazer.
secret-deleted = 🔒 Apaguei sua mensagem com o webhook.
secret-kept = ⚠️ Não consegui apagar sua mensagem com o webhook. <b>Apague-a manualmente.</b>
secret-exposed = ⚠️ Foi escrito em um grupo, então outros podem ter visto. Exclua esse webhook no Bitrix24, crie um novo e me envie em particular.

## Idioma

language-choice = Em que idioma devo falar?
language-changed = ✅ Agora falo português do Brasil.

## Dicas

hint-no-dialog-silent =
    Qual conversa? Por exemplo:
    <code>/silent { $dialog } ativar</code>
    <code>/silent { $dialog } desativar</code>
    Um link da conversa serve tanto quanto o número.
hint-no-dialog-status =
    Qual conversa? Por exemplo:
    <code>/status { $dialog }</code>
    Um link da conversa serve tanto quanto o número.
hint-neither-dialog-nor-switch =
    “{ $word }” não é uma conversa, nem “ativar” nem “desativar”. Nada foi alterado. Por exemplo:
    <code>/silent { $dialog } ativar</code>
    <code>/silent { $dialog } desativar</code>
hint-not-a-dialog =
    “{ $word }” não é uma conversa. Use um número ou um link, por exemplo:
    <code>/status { $dialog }</code>
hint-left-over =
    “{ $word }” não é um tempo. Depois de “ativar” você pode escrever um tempo (30min, 2h, 1d) e então um motivo; depois de “desativar”, nada. Nada foi alterado. Por exemplo:
    <code>/silent { $dialog } ativar</code>
    <code>/silent { $dialog } ativar 30min almoço</code>
    <code>/silent { $dialog } desativar</code>
hint-time-with-off =
    O tempo vai com “ativar”: só o modo silencioso pode terminar sozinho. Nada foi alterado. Por exemplo:
    <code>/silent { $dialog } ativar 30min</code>
    <code>/silent { $dialog } desativar</code>
hint-time-out-of-range =
    O modo silencioso pode durar de um minuto a sete dias. Nada foi alterado. Por exemplo:
    <code>/silent { $dialog } ativar 30min</code>
    <code>/silent { $dialog } ativar 7d</code>
hint-too-many-dialogs =
    { $most ->
        [one] São conversas demais de uma vez: aceito { $most } conversa por comando. Nada foi alterado.
       *[other] São conversas demais de uma vez: aceito até { $most } conversas por comando. Nada foi alterado.
    }
hint-no-person =
    Retirar o acesso de quem? Informe o id, por exemplo:
    <code>/revoke 123456789</code>
    Os ids: /supervisors
hint-no-person-word =
    “{ $word }” não é um id. Por exemplo:
    <code>/revoke 123456789</code>
    Os ids: /supervisors
hint-takes-nothing = Envie sozinho, sem nada depois: { $command }
hint-unknown-language = Não falo “{ $word }”. Falo estes idiomas:
hint-unknown-command = Não existe o comando “/{ $word }”. Os que funcionam: /help
hint-not-a-command =
    Entendo comandos, por exemplo:
    <code>/silent { $dialog } ativar</code>
    Só um link ou um número já mostra a conversa. Mais: /help
hint-stale-button =
    Este botão é antigo demais; nada foi alterado.
    Digite o comando, por exemplo:
    <code>/status { $dialog }</code>
hint-unknown-portal = Nenhum dos seus portais se chama “{ $word }”. Os seus: /portal
hint-stranger = Aqui você pode usar /whoami, /help e /language. Para o resto, um administrador precisa dar acesso a você.

## Escolher uma conversa

# Texto de um botão que ocupa a linha inteira, no máximo 40 caracteres; o nome é encurtado.
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
# Há quanto tempo é a última mensagem, o mais curto possível.
age-minutes = { $count } min
age-hours = { $count } h
age-days = { $count } d
picker-own =
    { $count ->
        [one] Sua conversa aberta:
       *[other] Suas { $count } conversas abertas, da mais recente à mais antiga:
    }
picker-found =
    { $count ->
        [one] “{ $words }”: { $count } conversa
       *[other] “{ $words }”: { $count } conversas
    }
picker-closed =
    { $count ->
        [one] Nenhuma aberta; esta conversa está encerrada:
       *[other] Nenhuma aberta; estas { $count } conversas estão encerradas:
    }
picker-card =
    Esta ficha tem várias conversas abertas, e nada foi feito ainda. Qual delas?
    { $card }
picker-marks = 🔇 em modo silencioso · 🔊 sem modo silencioso · 💬 o cliente espera
picker-on-portal =
    { $head }
    <code>{ $portal }</code>
picker-empty =
    Você não tem conversas abertas.
    Para a de um colega, cole o link ou envie o número dela.
picker-nothing-found =
    Não encontro nenhuma conversa chamada “{ $words }”.
    Amplie a busca: menos letras, outra palavra, ou veja todas com /dialogs
    Para a de um colega, cole o link ou envie o número dela.
picker-card-empty =
    Esta ficha não tem nenhuma conversa aberta: { $card }
    Se mesmo assim houver uma, cole o link da própria conversa.
picker-failed = ⚠️ Não consigo listar suas conversas.
picker-card-failed = ⚠️ Não consigo ver quais conversas são desta ficha, por isso nada foi feito: { $card }
picker-meanwhile = Enquanto isso, o link ou o número da própria conversa funciona.

## Dicas dos comandos mais novos

hint-unknown-command-meant = Não existe o comando “/{ $word }”. Você quis dizer <code>{ $command }</code>?
hint-meant = Você quis dizer <code>{ $command }</code>? Nada foi alterado.
hint-no-dialog-whisper =
    Em qual conversa, e qual texto? Por exemplo:
    <code>/whisper { $dialog } retornar a ligação dela</code>
    Um link da conversa serve tanto quanto o número.
hint-no-note =
    O que devo escrever lá? Por exemplo:
    <code>/whisper { $dialog } retornar a ligação dela</code>
hint-note-too-long =
    { $most ->
        [one] É longo demais para uma nota: no máximo { $most } caractere. Nada foi publicado.
       *[other] É longo demais para uma nota: no máximo { $most } caracteres. Nada foi publicado.
    }
hint-secret-in-note = Há um webhook nesse texto, e ele é secreto. Nada foi publicado.
hint-not-a-time =
    “{ $word }” não é um tempo. Por exemplo:
    <code>/remind 2h</code>
    <code>/remind desativar</code>
hint-remind-out-of-range =
    Posso lembrar você após um tempo de um minuto a sete dias. Por exemplo:
    <code>/remind 2h</code>
    <code>/remind desativar</code>
hint-here-takes-off =
    “{ $word }” não cabe aí. Em um grupo:
    <code>/here</code> – este grupo recebe os alertas
    <code>/here desativar</code> – deixa de receber

## Erro nosso

internal-error =
    ⚠️ Algo deu errado do meu lado. Se você estava alterando uma conversa, veja o status dela antes de escrever.
    Avise quem mantém o bot: <code>{ $reference }</code>

## O grupo de plantão e o fim do turno

room-bound =
    📟 De agora em diante este é o grupo de plantão. Os alertas chegam aqui, e aos administradores em particular.
    /handover – o que o próximo turno precisa saber
    <code>/here desativar</code> – deixa de ser o grupo de plantão
room-moved = O grupo de plantão anterior deixou de ser.
room-unbound = Este não é mais o grupo de plantão. Os alertas chegam só aos administradores, em particular.
room-not-bound = Este não é o grupo de plantão. Para que seja: /here
room-groups-only = O plantão precisa de um grupo: adicione-me a ele e envie /here no grupo ou em um de seus tópicos.
room-lost = ⚠️ Não consigo mais escrever no grupo de plantão: fui removido ou o grupo não existe mais. Agora não há nenhum, e os alertas chegam só aos administradores, em particular. Para definir um novo, envie /here em um grupo.
# Ambos: um modo silencioso por um tempo que não deu para terminar; quem lê não o ativou.
room-timer =
    🚨 { $dialog } { $sure ->
        [maybe] talvez <b>CONTINUE EM MODO SILENCIOSO</b>: não sei se consegui desativá-lo após { $duration }.
       *[yes] <b>CONTINUA EM MODO SILENCIOSO</b>: não consegui desativá-lo após { $duration }.
    } O cliente pode estar esperando. Resolva no Bitrix24.
room-timer-by =
    🚨 { $dialog } { $sure ->
        [maybe] talvez <b>CONTINUE EM MODO SILENCIOSO</b>: não sei se consegui desativá-lo após { $duration }
       *[yes] <b>CONTINUA EM MODO SILENCIOSO</b>: não consegui desativá-lo após { $duration }
    }, como { $name } havia pedido. O cliente pode estar esperando. Resolva com { $name } ou no Bitrix24.
room-timer-why = Motivo: { $reason }
handover-head =
    { $count ->
        [one] 🤝 Passagem de turno: { $count } conversa está agora em modo silencioso.
       *[other] 🤝 Passagem de turno: { $count } conversas estão agora em modo silencioso.
    }
handover-nothing = 🤝 Passagem de turno: do que eu ativei, nada está agora em modo silencioso.
handover-row = 🔇 { $row }
handover-lasts = há { $duration }
handover-ends = termina em { $duration }
handover-no-end = <b>sem prazo</b>
# “De … para cá”: não depende do gênero da duração.
handover-counts = De { $duration } para cá: 🔇 ativado { $on } · 🔊 desativado { $off } · ⚠️ com falha ou dúvida { $failed }

## Uma nota que só os colegas veem

whisper-posted = 🤫 { $dialog }: sua nota foi publicada, só para colegas.
whisper-not-enabled =
    🤫 Não publicada: as notas não estão ativadas aqui.
    Elas dependem de <code>SKIP_CONNECTOR</code>, um parâmetro do método <code>im.message.add</code> do Bitrix24 que a página dele não documenta: se fosse ignorado, o cliente leria a nota. Quem mantém o bot pode ativá-las com <code>HUSHBOT_WHISPER=true</code>.
whisper-doubtful =
    ⚠️ { $dialog }: sua nota <b>não foi publicada</b>, porque não tenho certeza de que o cliente não a veria. { $doubt ->
        [closed] A sessão está encerrada; uma mensagem lá pode iniciar outra.
        [kind] O Bitrix24 não informa que é uma conversa de Canal Aberto.
        [moved] O portal acabou de mudar de endereço. Envie a nota de novo.
       *[unclear] Não dá para ler com certeza o que o Bitrix24 informa sobre a conversa.
    }
whisper-not-member = ⚠️ { $dialog }: sua nota <b>não foi publicada</b>: você não está nesta conversa. Entre nela no Bitrix24 e envie a nota de novo.
whisper-failed = ⚠️ { $dialog }: sua nota <b>não foi publicada</b>.
whisper-unclear = ❓ { $dialog }: sua nota pode ter sido publicada ou não; não sei, e não vou publicá-la duas vezes. Veja no Bitrix24.

## O menu de comandos, no máximo 256 caracteres cada

menu-silent = Modo silencioso: 2024 ativar, 2024 ativar 30min, 2024 desativar
menu-status = Ver uma conversa sem alterá-la
menu-log = Quem alterou o quê
menu-whoami = Quem sou aqui e como está meu portal
menu-connect = Conectar meu portal com um webhook
menu-portal = Escolher entre meus portais
menu-disconnect = Esquecer meu acesso a um portal
menu-language = Escolher o idioma
menu-help = O que posso fazer aqui
menu-start = Começar
menu-dialogs = Escolher entre minhas conversas abertas
menu-silenced = Tudo o que está agora em modo silencioso
menu-remind = Quando me lembrar do modo silencioso: 2h, desativar
menu-handover = O que o próximo turno precisa saber
menu-whisper = Uma nota que só os colegas veem: 2024 texto
menu-here = Tornar um grupo o grupo de plantão (envie lá)
menu-invite = Um link que dá acesso a uma pessoa
menu-supervisors = Quem tem acesso
menu-revoke = Retirar o acesso de alguém

## Login em um portal

sign-in-howto =
    <b>Faça login</b>
    Envie o endereço do seu portal, e eu respondo com um botão que leva ao login:
    <code>/connect NAME.bitrix24.com</code>

    <b>Ou use um webhook</b>
    No Bitrix24: Recursos para desenvolvedores → Outros → Webhook de entrada. Marque Canais Abertos (<code>imopenlines</code>) e Bate-papo e notificações (<code>im</code>) e me envie o endereço dele. Apago sua mensagem na hora.
    <code>/connect https://NAME.bitrix24.com/rest/USER/SECRET/</code>
sign-in-go-there =
    { $minutes ->
        [one] 🔑 Faça login em <code>{ $portal }</code> pelo botão, em até { $minutes } minuto. A partir daí, ajo lá em seu nome.
       *[other] 🔑 Faça login em <code>{ $portal }</code> pelo botão, em até { $minutes } minutos. A partir daí, ajo lá em seu nome.
    }
sign-in-no-keys = ⚠️ Não posso fazer login em <code>{ $portal }</code>: quem mantém o bot não me deu as chaves de um aplicativo para esse portal.
sign-in-no-public-address = ⚠️ Não posso fazer login em <code>{ $portal }</code>: este bot não tem endereço na internet, e o portal não teria como responder a ele.
sign-in-no-address = ⚠️ <code>{ $portal }</code> é um endereço que este bot não pode abrir.
sign-in-instead = Com um webhook isso não é necessário.
sign-in-not-done = ⚠️ O login em <code>{ $portal }</code> não foi feito. { $why }
sign-in-abandoned = Ninguém voltou do portal a tempo. Se ele mostrou um erro, talvez você não tenha permissão para usar o aplicativo lá: fale com o administrador do portal.
sign-in-other-portal = Respondeu um portal diferente do que você informou. Confira o endereço.
sign-in-too-late = O Bitrix24 não aceitou mais a própria resposta, que só vale meio minuto. Tente mais uma vez.
sign-in-ended = ⚠️ Não tenho mais acesso a <code>{ $portal }</code>. { $why }
trouble-ended-over = Seu login expirou. Faça login de novo pelo botão ou com <code>/connect { $portal }</code> no nosso chat privado.
    .short = faça login de novo
trouble-ended-keys-refused = O Bitrix24 não aceita o aplicativo deste bot em <code>{ $portal }</code>: as chaves estão erradas ou ele não está instalado lá. Avise quem mantém o bot e depois faça login de novo.
    .short = chaves do aplicativo recusadas
trouble-ended-unpaid = O Bitrix24 diz que <code>{ $portal }</code> ou o aplicativo não está pago, ou que o aplicativo foi removido. Fale com o administrador do portal e depois faça login de novo.
    .short = portal ou aplicativo não pago
trouble-ended-app-removed = O aplicativo foi removido de <code>{ $portal }</code>. Peça ao administrador do portal que o instale de novo e depois faça login outra vez.
    .short = aplicativo removido
trouble-auth-server-silent = O servidor de autorização do Bitrix24 não responde como deveria, por isso não tenho um token válido no momento. Tente mais tarde.
    .short = servidor de autorização não responde
connection-signed-in =
    { $count ->
        [one] Login feito; sem uso, vale por mais { $count } dia.
       *[other] Login feito; sem uso, vale por mais { $count } dias.
    }
button-go-sign-in = 🔑 Fazer login
button-sign-in = 🔑 Fazer login de novo

## O que o navegador mostra depois do login: texto simples

page-connected = { $portal } está conectado.
page-connected-who = De agora em diante, { $owner } no Telegram age lá como { $person }. Se você não sabe quem é essa pessoa no Telegram, alguém enviou a você o próprio link: diga imediatamente ao administrador do portal que remova o aplicativo.
page-goes-on = Vai demorar um pouco mais. O resultado chega pelo Telegram.
page-not-done = Não deu certo. O motivo está no Telegram.
page-unknown = Este link já foi usado ou não é meu. Comece de novo com /connect no Telegram.
page-expired = Este link é antigo demais: vale por dez minutos. Comece de novo com /connect no Telegram.
page-go-back = Você pode voltar ao Telegram.
