"""Mails as participants, servers and attackers write them."""

import datetime


def headers(sender, *, to="mentorat@example.org", subject="Re", message_id=None, extra=()):
    """The top of a mail; `extra` are whole lines, which stand first."""
    lines = [*extra, f"From: {sender}", f"To: {to}", f"Subject: {subject}"]
    if message_id:
        lines.append(f"Message-ID: {message_id}")
    return "\r\n".join(lines) + "\r\n"


def stamp(moment=None):
    moment = moment or datetime.datetime.now(datetime.timezone.utc)
    return moment.strftime("%Y%m%dT%H%M%SZ")


def calendar(method, uid, address, *, partstat="DECLINED", sequence=0, dtstamp=None, lines=()):
    """An answer of a calendar (RFC 5546 section 3.2.3) without its mail."""
    body = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", f"METHOD:{method}", "BEGIN:VEVENT", f"UID:{uid}",
        f"DTSTAMP:{dtstamp or stamp()}", f"SEQUENCE:{sequence}", *lines,
        f"ATTENDEE;PARTSTAT={partstat}:mailto:{address}", "END:VEVENT", "END:VCALENDAR",
    ]
    return "\r\n".join(body) + "\r\n"


def reply(uid, address, *, sender=None, method="REPLY", message_id=None, extra=(), **event):
    """A whole mail with an answer; `sender` is the From field where it is not the address."""
    return (
        headers(sender or f"<{address}>", message_id=message_id, extra=extra)
        + f"MIME-Version: 1.0\r\nContent-Type: text/calendar; method={method}; charset=utf-8\r\n\r\n"
        + calendar(method, uid, address, **event)
    )


def counter(uid, address, start, end, **rest):
    """A mail that proposes another time; start and end as in DTSTART, such as 20270107T180000Z."""
    return reply(uid, address, method="COUNTER", partstat="TENTATIVE",
                 lines=(f"DTSTART:{start}", f"DTEND:{end}"), **rest)


def word(text, address, in_reply_to, *, sender=None, message_id=None, extra=(), date=None):
    """An answer in plain words to a mail of Jalon's."""
    fields = [*extra, f"In-Reply-To: {in_reply_to}"] + ([f"Date: {date}"] if date else [])
    return (
        headers(sender or f"<{address}>", message_id=message_id, extra=fields)
        + f"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    )


def report(original_id, recipient, *, status="5.1.1", action="failed", words="550 no such user", to="mentorat@example.org"):
    """A report on a delivery (RFC 3464)."""
    return (
        headers("MAILER-DAEMON@mx.example.com", to=to, subject="Undelivered", extra=("Return-Path: <>",))
        + "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
        + "--b\r\nContent-Type: text/plain\r\n\r\nIt did not arrive.\r\n"
        + "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.com\r\n\r\n"
        + f"Final-Recipient: rfc822; {recipient}\r\nAction: {action}\r\nStatus: {status}\r\n"
        + f"Diagnostic-Code: smtp; {words}\r\n\r\n"
        + f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {original_id}\r\n\r\n--b--\r\n"
    )
