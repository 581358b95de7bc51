"""Real mail servers on the loopback, each with a mailbox into which all mail for example.org goes."""

import os
import shutil
import signal
import socket
import socketserver
import subprocess
import threading
import time


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, process, seconds=30):
    for _ in range(seconds * 10):
        if process.poll() is not None:
            raise SystemExit(f"{process.args[0]} ended with {process.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit(f"nothing listens on port {port}")


class Server:
    """What the servers have in common: a process, a port, and a Maildir."""

    def __init__(self, folder, port):
        self.folder = folder
        self.port = port
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        os.chmod(folder, 0o755)

    def start(self, command):
        log = open(os.path.join(self.folder, "server.log"), "ab")
        self.process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
        wait_for(self.port, self.process)

    def stop(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait(30)

    def delivered(self):
        """The Message-IDs in the mailbox, those that came twice twice."""
        identifiers = []
        for name in sorted(os.listdir(self.maildir)) if os.path.isdir(self.maildir) else []:
            with open(os.path.join(self.maildir, name), "rb") as file:
                for line in file:
                    if line.lower().startswith(b"message-id:"):
                        identifiers.append(line[11:].strip().decode())
                        break
        return identifiers


class GreylistPolicy(socketserver.StreamRequestHandler):
    """Postfix's policy protocol: some recipients are asked to come again, once."""

    seen = set()

    def handle(self):
        request = {}
        for line in self.rfile:
            name, _, value = line.decode().strip().partition("=")
            if name:
                request[name] = value
                continue
            recipient = request.get("recipient", "")
            is_new = recipient.split("@")[0].endswith("3") and recipient not in self.seen
            self.seen.add(recipient)
            action = "DEFER_IF_PERMIT come again" if is_new else "DUNNO"
            self.wfile.write(f"action={action}\n\n".encode())
            request = {}


class Postfix(Server):
    """An instance of its own, which refuses some recipients and greylists others."""

    def __init__(self, folder, port):
        super().__init__(folder, port)
        policy = socketserver.ThreadingTCPServer(("127.0.0.1", 0), GreylistPolicy)
        policy.daemon_threads = True
        threading.Thread(target=policy.serve_forever, daemon=True).start()
        for name in ("etc", "queue", "data", "mail"):
            os.makedirs(os.path.join(folder, name))
        shutil.chown(os.path.join(folder, "data"), "postfix")
        shutil.chown(os.path.join(folder, "mail"), "nobody")
        self.maildir = os.path.join(folder, "mail/all/new")
        self.write("reject", "/^mentor-[0-9]*7@/ REJECT no such mentor\n")
        self.write("boxes", "/./ all/\n")
        self.write("main.cf", self.main(policy.server_address[1]))
        with open("/usr/share/postfix/master.cf.dist", encoding="utf-8") as file:
            lines = [line for line in file if line.strip() and line[0] not in "#"]
        services = []
        for line in lines:
            words = line.split()
            if line[0] != " " and words[1] == "inet":
                words = [f"127.0.0.1:{port}", "inet", "n", "-", "n", "-", "-", "smtpd"]
            elif line[0] != " ":
                words[4] = "n"
            services.append((" " if line[0] == " " else "") + " ".join(words) + "\n")
        self.write("master.cf", "".join(services))
        self.start(["postfix", "-c", os.path.join(folder, "etc"), "start-fg"])

    def write(self, name, text):
        with open(os.path.join(self.folder, "etc", name), "w", encoding="utf-8") as file:
            file.write(text)

    def main(self, policy):
        folder = self.folder
        return f"""compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
shlib_directory = /usr/lib/postfix
meta_directory = /etc/postfix
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = postfix.example.org
mydestination =
mynetworks = 127.0.0.0/8
virtual_mailbox_domains = example.org
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = regexp:{folder}/etc/boxes
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
smtpd_recipient_restrictions = check_recipient_access regexp:{folder}/etc/reject,
  check_policy_service inet:127.0.0.1:{policy}, permit_mynetworks, reject_unauth_destination
smtpd_peername_lookup = no
smtpd_tls_security_level = none
alias_maps =
disable_dns_lookups = yes
maillog_file = {folder}/maillog
maillog_file_prefixes = {folder}
"""


class Programme(Postfix):
    """The programme's own server: everybody at exemple.fr has a mailbox, and nobody at parti.example.org any more."""

    # Those of the quarter that `quarter` lives through.
    mentees = ("lea", "hugo", "ines", "jules", "karim", "lou", "manon", "noe")

    def main(self, policy):
        folder = self.folder
        self.gone = free_port()
        # Takes mail from nobody, so that the server in front writes reports.
        self.refusing = subprocess.Popen(
            ["smtp-sink", "-u", "nobody", "-f", "RCPT", f"127.0.0.1:{self.gone}", "10"], start_new_session=True
        )
        names = ["mentorat", "nadia", *self.mentees, *(f"mentor-{number}" for number in range(9))]
        self.write("boxes", "".join(f"{name}@exemple.fr {name}/\n" for name in names))
        self.write("transport", f"/@parti\\.example\\.org$/ smtp:[127.0.0.1]:{self.gone}\n")
        lines = super().main(policy).splitlines()
        lines = [line for line in lines if not line.startswith((" ", "smtpd_recipient_restrictions"))]
        text = "\n".join(lines).replace("virtual_mailbox_domains = example.org", "virtual_mailbox_domains = exemple.fr")
        text = text.replace(f"regexp:{folder}/etc/boxes", f"texthash:{folder}/etc/boxes")
        return f"""{text}
relay_domains = parti.example.org
transport_maps = regexp:{folder}/etc/transport
smtpd_recipient_restrictions = permit_mynetworks, reject_unauth_destination
"""

    def stop(self):
        super().stop()
        self.refusing.terminate()
        self.refusing.wait(10)


class Dovecot(Server):
    """An IMAP server over the Maildirs in a folder; whoever says the password has the mailbox of that name."""

    password = "geheim"

    def __init__(self, folder, port, mail):
        super().__init__(folder, port)
        for name in ("run", "state"):
            os.makedirs(os.path.join(folder, name))
        os.makedirs(mail, exist_ok=True)
        shutil.chown(mail, "nobody", "nogroup")
        configuration = os.path.join(folder, "dovecot.conf")
        with open(configuration, "w", encoding="utf-8") as file:
            file.write(f"""base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = dovecot
default_login_user = dovenull
mail_location = maildir:{mail}/%n
mail_uid = nobody
mail_gid = nogroup
first_valid_uid = 1
passdb {{
  driver = static
  args = password={self.password}
}}
userdb {{
  driver = static
  args = uid=nobody gid=nogroup home={mail}/%n
}}
service imap-login {{
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
namespace inbox {{
  inbox = yes
  mailbox Traites {{
    auto = create
  }}
}}
""")
        self.start(["dovecot", "-F", "-c", configuration])


class Rooted(Server):
    """A server in a root directory of its own, as its package does not go together with the others'."""

    def __init__(self, root, port):
        self.root = root
        self.maildir = os.path.join(root, "srv/mail/new")
        shutil.rmtree(os.path.join(root, "srv"), ignore_errors=True)
        super().__init__(os.path.join(root, "srv"), port)

    def put(self, path, text):
        with open(self.root + path, "w", encoding="utf-8") as file:
            file.write(text)

    def chroot(self, *command):
        return ["chroot", self.root, *command]


class Exim(Rooted):
    def __init__(self, root, port):
        super().__init__(root, port)
        self.put(
            "/etc/exim4/exim4.conf",
            """primary_hostname = exim.example.org
domainlist local_domains = example.org
acl_smtp_rcpt = accept_all
acl_smtp_data = accept_all
host_lookup =
rfc1413_query_timeout = 0s
smtp_accept_max = 100
smtp_accept_queue_per_connection = 0
smtp_accept_max_per_connection = 100000
smtp_accept_queue = 0
keep_environment =
begin acl
accept_all:
  accept
begin routers
everything:
  driver = accept
  domains = +local_domains
  transport = box
begin transports
box:
  driver = appendfile
  maildir_format
  directory = /srv/mail
  create_directory
  user = Debian-exim
  group = Debian-exim
""",
        )
        subprocess.run(self.chroot("chown", "-R", "Debian-exim", "/srv"), check=True)
        self.start(self.chroot("/usr/sbin/exim4", "-bdf", "-oX", f"127.0.0.1.{port}"))


class OpenSMTPD(Rooted):
    def __init__(self, root, port):
        super().__init__(root, port)
        subprocess.run(
            self.chroot("sh", "-c", "id box >/dev/null 2>&1 || useradd --home-dir /srv --shell /bin/false box"), check=True
        )
        subprocess.run(self.chroot("chown", "-R", "box", "/srv"), check=True)
        self.put(
            "/etc/smtpd.conf",
            f"""table everybody {{ "@example.org" = "box" }}
listen on 127.0.0.1 port {port} hostname opensmtpd.example.org
action "keep" maildir "/srv/mail" virtual <everybody>
match from any for domain "example.org" action "keep"
""",
        )
        self.start(self.chroot("/usr/sbin/smtpd", "-d", "-f", "/etc/smtpd.conf"))
