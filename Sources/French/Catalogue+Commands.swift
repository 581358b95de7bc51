extension Catalogue {
    /// What each command does, and what is to be known of it.
    static let commands = [
        "Keeps mentoring relationships on schedule.": "Tient les relations de mentorat à leur calendrier.",
        "Jalon reads a programme's relationships from text files, plans their meetings, sends calendar invitations and reminders by e-mail, and keeps them true when plans change.":
            "Jalon lit les relations d’un programme dans des fichiers, planifie leurs rencontres, envoie invitations et rappels par courriel, et les tient à jour quand les projets changent.",
        "A first programme: jalon init mentorat && jalon check --config mentorat && jalon rehearse --config mentorat --from 2026-12-01 --out rehearsal":
            "Un premier programme : jalon init mentorat && jalon check --config mentorat && jalon rehearse --config mentorat --from 2026-12-01 --out repetition",
        "Write a commented start of a configuration.": "Écrit un début de configuration, commenté.",
        "Nothing that exists is overwritten. Example: jalon init mentorat":
            "Rien de ce qui existe n’est remplacé. Exemple : jalon init mentorat",
        "Turn a spreadsheet of people or of relationships into YAML, for review.":
            "Change un tableur de personnes ou de relations en YAML, à relire.",
        "The file is CSV as a spreadsheet writes it: UTF-8, UTF-16 or Windows-1252, with commas, semicolons or tabs. The first row names the columns, in English or in French: name (nom), email (courriel), available (disponibilités), …; or mentor, mentee (mentoré), start (début), end (fin), prefer (créneau), video (visio), …":
            "Le fichier est un CSV tel qu’un tableur l’écrit : UTF-8, UTF-16 ou Windows-1252, avec des virgules, des points-virgules ou des tabulations. La première ligne nomme les colonnes, en français ou en anglais : nom (name), courriel (email), disponibilités (available), … ; ou mentor, mentoré (mentee), début (start), fin (end), créneau (prefer), visio (video), …",
        "Mistakes are named with their rows, the first hundred of them, and then nothing is written.":
            "Les erreurs sont nommées avec leurs lignes, les cent premières, et alors rien n’est écrit.",
        "Find every mistake of a configuration, with its place.":
            "Trouve toutes les erreurs d’une configuration, avec leur place.",
        "Exit code 0 where there is no mistake (warnings do not count, but with --strict), 1 otherwise.":
            "Code de sortie 0 s’il n’y a pas d’erreur (les avertissements ne comptent qu’avec --strict), 1 sinon.",
        "Show the meetings ahead, the mails of the next weeks, and what a reload would change.":
            "Montre les rencontres à venir, les courriels des prochaines semaines et ce qu’un rechargement changerait.",
        "Reads the files and, where there is one, the ledger; changes nothing and sends nothing.":
            "Lit les fichiers et, s’il existe, le registre ; ne change rien et n’envoie rien.",
        "Say why a person got or did not get mail on a day, or what keeps a relationship from its hour.":
            "Dit pourquoi une personne a reçu ou non un courriel un jour donné, ou ce qui tient une relation loin de son heure.",
        "For a person: every mail that a rule could have sent that day, sent or not, with the reason; for a day ahead, what would be. For a relationship: what stands against meeting at the preferred hour.":
            "Pour une personne : chaque courriel qu’une règle aurait pu envoyer ce jour-là, envoyé ou non, avec la raison ; pour un jour à venir, ce qui serait. Pour une relation : ce qui s’oppose à l’heure préférée.",
        "Say in plain words what a rule does, or what rules and texts can be made of.":
            "Dit en mots simples ce que fait une règle, ou de quoi règles et textes peuvent être faits.",
        "rules lists triggers, events, phrases and roles; facts what a condition can ask about; templates the texts with their variables. Anything else is the id of a rule in the configuration.":
            "rules donne les déclencheurs, les événements, les tournures et les rôles ; facts ce qu’une condition peut demander ; templates les textes avec leurs variables. Tout autre mot est l’identifiant d’une règle de la configuration.",
        "Show one mail as it would go; nothing is sent.":
            "Montre un courriel tel qu’il partirait ; rien n’est envoyé.",
        "Whom it is for and what it is about is chosen where it is not said: the first relationship, its next meeting, and the role to which a rule sends the text. What speaks of a day is composed for that day.":
            "Ce qui n’est pas dit est choisi : la première relation, sa prochaine rencontre, et le rôle auquel une règle envoie le texte. Ce qui parle d’un jour est composé pour ce jour.",
        "Show the framework of a relationship on one page, to read or to print.":
            "Montre le cadre d’une relation sur une page, à lire ou à imprimer.",
        "Cadence, places, objectives, the mediator and the mails to come, as the welcome says them.":
            "Le rythme, les lieux, les objectifs, la médiation et les courriels à venir, comme le message de bienvenue les dit.",
        "Run months of a programme in seconds, with real mails to a server on this machine only.":
            "Déroule des mois d’un programme en quelques secondes, avec de vrais courriels vers un serveur de cette seule machine.",
        "Writes every mail to OUT/mail, the calendars to OUT/calendars, and OUT/index.html to look at.":
            "Écrit chaque courriel dans OUT/mail, les agendas dans OUT/calendars, et OUT/index.html à regarder.",
        "The same command gives the same files.": "La même commande donne les mêmes fichiers.",
        "Run the daemon: plan, invite, remind, until SIGTERM.":
            "Lance le service : planifier, inviter, rappeler, jusqu’à SIGTERM.",
        "Do all that is due, once: read answers, decide, send. For a timer or cron instead of the daemon.":
            "Fait une fois tout ce qui est dû : lire les réponses, décider, envoyer. Pour un minuteur ou cron à la place du service.",
        "An edit that would move or cancel more than ten announced meetings waits for --accept with the fingerprint that `jalon plan` prints.":
            "Une modification qui déplacerait ou annulerait plus de dix rencontres annoncées attend --accept avec l’empreinte que donne `jalon plan`.",
        "Exit code 0 where all that was due is done, 75 where something waits for the next pass, 1 where nothing could be done.":
            "Code de sortie 0 si tout ce qui était dû est fait, 75 si quelque chose attend le passage suivant, 1 si rien n’a pu l’être.",
        "Check the configuration and let the running daemon take it.":
            "Vérifie la configuration et la fait prendre au service qui tourne.",
        "A reload that would move or cancel more than ten announced meetings, or in which a relationship vanishes, is held until it is given with --accept and the fingerprint that `jalon plan` prints.":
            "Un rechargement qui déplacerait ou annulerait plus de dix rencontres annoncées, ou dans lequel une relation disparaît, attend --accept avec l’empreinte que donne `jalon plan`.",
        "Exit code 0 where the daemon has taken it, 1 with the reason otherwise.":
            "Code de sortie 0 si le service l’a prise, 1 avec la raison sinon.",
        "Say what is owed, what is next, how the mail server is, and what went wrong last.":
            "Dit ce qui est dû, ce qui vient, comment va le serveur de courriel et ce qui a manqué en dernier.",
        "Only the ledger is read; the daemon need not run.":
            "Seul le registre est lu ; le service n’a pas besoin de tourner.",
        "Say who has met, who is late, whose answers are missing and which mails failed.":
            "Dit qui s’est rencontré, qui tarde, qui n’a pas répondu et quels courriels ont échoué.",
        "The same as the coordinator's digest, at any moment; as a page with the timeline, which needs nothing beside it.":
            "La même chose que le récapitulatif du coordinateur, à tout moment ; ou une page avec le calendrier, qui se suffit à elle-même.",
        "Show what has happened, with the keys of your files in the place of opaque ids.":
            "Montre ce qui s’est passé, avec les clés de vos fichiers à la place des identifiants opaques.",
        "From the ledger's journal, the latest at the end. With --translate, lines of the system's journal are read from standard input instead.":
            "D’après le journal du registre, le plus récent à la fin. Avec --translate, des lignes du journal du système sont lues sur l’entrée standard.",
        "Look at everything Jalon needs to send mail and read answers, step by step, and say what to mend.":
            "Regarde pas à pas tout ce dont Jalon a besoin pour envoyer et pour lire les réponses, et dit ce qu’il faut réparer.",
        "The configuration, the state directory, the mail server's name, connection, encryption, login and offers; with --send-to a test mail as well; the mailbox with the answers. Nothing else is sent. Exit code 0 where all is well, 1 otherwise.":
            "La configuration, le répertoire d’état, puis du serveur de courriel le nom, la connexion, le chiffrement, l’identification et les capacités ; avec --send-to un message d’essai ; la boîte des réponses. Rien d’autre n’est envoyé. Code de sortie 0 si tout va bien, 1 sinon.",
        "Take in one mail on standard input: a participant's answer counts, anything else is left alone.":
            "Prend un courriel sur l’entrée standard : la réponse d’un participant compte, tout le reste est laissé.",
        "For mail servers that pipe mail, such as Postfix and procmail; `answers: {piped: true}` in jalon.yaml says that yours does. Followed are what calendars send (accept, decline, perhaps, another time, the invitation asked for again), a word such as yes or no in answer to one of Jalon's mails, and reports that a mail could not be delivered, each from whoever may. Exit code 0 where the mail is dealt with or is not for Jalon, 75 where the mail server is to try again later.":
            "Pour les serveurs qui passent le courriel à un programme, comme Postfix et procmail ; `answers: {piped: true}` dans jalon.yaml dit que le vôtre le fait. Sont suivis ce qu’envoient les agendas (accepter, décliner, peut-être, une autre heure, l’invitation redemandée), un mot comme oui ou non en réponse à un courriel de Jalon, et les avis de non-remise, chacun de qui en a le droit. Code de sortie 0 si le courriel est traité ou n’est pas pour Jalon, 75 si le serveur doit réessayer plus tard.",
        "Copy the ledger to a file, whole, while the daemon goes on.":
            "Copie le registre entier dans un fichier, pendant que le service continue.",
        "To restore: stop the daemon, put the file in the place of ledger.sqlite in the state directory, remove ledger.sqlite-wal and ledger.sqlite-shm beside it, start. A restored copy sends nothing before `jalon outbox release`, for it cannot know what has left since. The file names people: keep it as you keep the configuration.":
            "Pour restaurer : arrêter le service, mettre le fichier à la place de ledger.sqlite dans le répertoire d’état, y supprimer ledger.sqlite-wal et ledger.sqlite-shm, démarrer. Une copie restaurée n’envoie rien avant `jalon outbox release`, car elle ignore ce qui est parti depuis. Le fichier nomme des personnes : gardez-le comme la configuration.",
        "Move or cancel a meeting, or say whether it was held.":
            "Déplace ou annule une rencontre, ou dit si elle a eu lieu.",
        "Ids stand in `jalon plan`. The running daemon does it at once and tells the participants; where none runs, this command does it and the mails leave with the next start. Exit code 1, with the reason, where it cannot be done.":
            "`jalon plan` donne les identifiants. Le service le fait aussitôt et prévient les participants ; s’il ne tourne pas, la commande le fait et les courriels partent au prochain démarrage. Code de sortie 1, avec la raison, si c’est impossible.",
        "Give a meeting another time, which then stands.": "Donne une autre heure à une rencontre ; elle s’y tient.",
        "The time is on the wall clock of the relationship. Times in nobody's free hours are taken, and said; absences, holidays, pauses and other meetings are not.":
            "L’heure est celle de la relation. Une heure hors des disponibilités est prise, et signalée ; une absence, un jour férié, une pause ou une autre rencontre s’y opposent.",
        "Call a meeting off; the relationship then has none that day.":
            "Annule une rencontre ; la relation n’en a pas d’autre ce jour-là.",
        "Say that a meeting took place after all.": "Dit qu’une rencontre a eu lieu malgré tout.",
        "Say that a meeting did not take place; the rhythm counts from the last that did.":
            "Dit qu’une rencontre n’a pas eu lieu ; le rythme compte depuis la dernière qui a eu lieu.",
        "Pause, resume, end or plan anew a relationship.": "Suspend, reprend, termine ou replanifie une relation.",
        "What is ordered here outranks the files until it is undone, and is never written into them. The running daemon does it at once and tells the participants; where none runs, this command does it and the mails leave with the next start.":
            "Ce qui est ordonné ici l’emporte sur les fichiers tant que ce n’est pas défait, et n’y est jamais écrit. Le service le fait aussitôt et prévient les participants ; s’il ne tourne pas, la commande le fait et les courriels partent au prochain démarrage.",
        "No meetings for a while; announced ones are cancelled.":
            "Plus de rencontres pour un temps ; celles qui sont annoncées sont annulées.",
        "The rhythm begins anew after the pause. Without --until it lasts until `jalon relationship resume`.":
            "Le rythme reprend à neuf après la pause. Sans --until, elle dure jusqu’à `jalon relationship resume`.",
        "Undo a pause, or an end that was ordered: meetings are planned again.":
            "Défait une pause, ou une fin qui a été ordonnée : les rencontres sont de nouveau planifiées.",
        "End a relationship earlier than its file says.": "Termine une relation plus tôt que son fichier ne le dit.",
        "Let announced meetings move that no longer suit.":
            "Laisse bouger les rencontres annoncées qui ne conviennent plus.",
        "Announced meetings stand when hours, calendars, the cadence or the preference change. This lets those of one relationship move that such a change has left behind.":
            "Les rencontres annoncées tiennent quand les heures, les agendas, le rythme ou la préférence changent. Ceci laisse bouger, dans une relation, celles qu’un tel changement a laissées derrière lui.",
        "Show the programme's people and whose mail comes back; give somebody their data, or forget them.":
            "Montre les personnes du programme et à qui le courriel ne parvient pas ; donne ses données à quelqu’un, ou l’oublie.",
        "An address from which two mails have come back for good, a day or more apart, is suspended: nothing goes there until `jalon people resume`, or until the person has another address.":
            "Une adresse d’où deux courriels sont revenus pour de bon, à un jour au moins d’écart, est suspendue : rien n’y part avant `jalon people resume`, ou avant que la personne ait une autre adresse.",
        "Show everybody, with their address and what has come back from there.":
            "Montre tout le monde, avec l’adresse et ce qui en est revenu.",
        "Let mail go to a person's address again, what is owed at once.":
            "Laisse de nouveau partir le courriel vers l’adresse d’une personne, ce qui est dû aussitôt.",
        "Write all that Jalon knows of a person: a JSON file, and their meetings as a calendar.":
            "Écrit tout ce que Jalon sait d’une personne : un fichier JSON, et ses rencontres en agenda.",
        "What the files say, the invitations with the answers, each mail with its text as long as that is kept, and what the rules decided. Nothing is changed.":
            "Ce que disent les fichiers, les invitations avec les réponses, chaque courriel avec son texte tant qu’il est gardé, et ce que les règles ont décidé. Rien n’est changé.",
        "Erase a person's name and address, once the last mail that names them has ended.":
            "Efface le nom et l’adresse d’une personne, une fois achevé le dernier courriel qui la nomme.",
        "First take the person out of the files, and reload: their meetings ahead are cancelled, and everybody is told. Then forget them: when the last of those mails has ended, after five days at most, name and address leave the ledger, the outbox, the journal and the published calendars. What was counted stays. Backups and the logs of mail servers are yours to look after.":
            "Retirez d’abord la personne des fichiers, et rechargez : ses rencontres à venir sont annulées, et chacun est prévenu. Puis oubliez-la : quand le dernier de ces courriels est achevé, au bout de cinq jours au plus, nom et adresse quittent le registre, la boîte d’envoi, le journal et les agendas publiés. Ce qui a été compté reste. Les sauvegardes et les journaux des serveurs de courriel sont votre affaire.",
        "Look at the mails that are owed, try one again, give one up, or let go what is held.":
            "Regarde les courriels dus, en retente un, y renonce, ou laisse partir ce qui est retenu.",
        "Show the mails that are owed, and those that have failed or are in doubt.":
            "Montre les courriels dus, et ceux qui ont échoué ou sont en doute.",
        "A mail's number stands first; `jalon outbox show` says more of it. Only the ledger is read.":
            "Le numéro d’un courriel vient en premier ; `jalon outbox show` en dit plus. Seul le registre est lu.",
        "Show a mail of the outbox: how far it has come, and what it says.":
            "Montre un courriel de la boîte d’envoi : où il en est, et ce qu’il dit.",
        "Try mails again at once, with the same bytes, those that had failed as well.":
            "Retente des courriels aussitôt, à l’octet près, y compris ceux qui avaient échoué.",
        "Give mails up: they will not be sent.": "Renonce à des courriels : ils ne partiront pas.",
        "What a dropped invitation spoke of stays planned; the next change of it invites anew.":
            "Ce dont parlait une invitation abandonnée reste planifié ; son prochain changement invite à nouveau.",
        "Let go what is held: too many mails after an absence, an older ledger, a clock that was set.":
            "Laisse partir ce qui est retenu : trop de courriels après une absence, un registre plus ancien, une horloge remise.",
        "After an absence each mail is decided on the facts of this moment: what is of no more use is left out, with its reason. A ledger that was put back sends what it owes: drop before what has gone already. A clock that was set is taken as right.":
            "Après une absence, chaque courriel est décidé sur les faits du moment : ce qui ne sert plus est laissé, avec sa raison. Un registre restauré envoie ce qu’il doit : abandonnez d’abord ce qui est déjà parti. Une horloge remise est tenue pour juste.",
        "Look into calendar files: find their mistakes, list their dates.":
            "Regarde dans des fichiers d’agenda : trouve leurs erreurs, donne leurs dates.",
        "Find what is wrong in a calendar file, with its line.":
            "Trouve ce qui ne va pas dans un fichier d’agenda, avec la ligne.",
        "Says where the file breaks RFC 5545. Of a file that Jalon has written it asks for more: all that Jalon promises of what it sends. Exit code 1 where there is anything to say.":
            "Dit où le fichier enfreint la RFC 5545. D’un fichier écrit par Jalon, il exige plus : tout ce que Jalon promet de ce qu’il envoie. Code de sortie 1 s’il y a quelque chose à dire.",
        "List the dates of a calendar's events, series followed.":
            "Donne les dates des événements d’un agenda, séries comprises.",
        "One line an occurrence, in the order of time: start, end, busy or free, title. A day is written as a date, its last day included. What cannot be read or followed is told on standard error, and the exit code is 1.":
            "Une ligne par occurrence, dans l’ordre du temps : début, fin, occupé ou libre, titre. Un jour entier s’écrit comme une date, dernier jour compris. Ce qui ne peut être lu ou suivi est dit sur la sortie d’erreur, et le code de sortie est 1.",
    ]
}
