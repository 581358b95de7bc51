/// What receiving servers write into mails that Thomas did write, each in its own manner.
enum GenuineSender {
    static let shapes: [(name: String, authserv: String, headers: String)] = [
        (
            "Gmail", "mx.google.com",
            """
            Delivered-To: mentorat@exemple.fr
            Received: by 2002:a05:6214:1234:b0:6a0:1234:abcd with SMTP id x12csp1234567qvb;
                    Mon, 30 Nov 2026 00:00:01 -0800 (PST)
            X-Received: by 2002:a17:906:1234:b0:a1:b2:c3 with SMTP id a1-20020a170906b;
                    Mon, 30 Nov 2026 00:00:01 -0800 (PST)
            ARC-Authentication-Results: i=1; mx.google.com;
                   dkim=pass header.i=@exemple.fr header.s=google header.b=Q9sE8xyz
            Return-Path: <thomas@exemple.fr>
            Received: from mail-sor-f41.google.com (mail-sor-f41.google.com. [209.85.220.41])
                    by mx.google.com with SMTPS id f1-20020a170906sor123.1.2026.11.30.00.00.01
                    for <mentorat@exemple.fr>
                    (Google Transport Security);
                    Mon, 30 Nov 2026 00:00:01 -0800 (PST)
            Received-SPF: pass (google.com: domain of thomas@exemple.fr designates 209.85.220.41 as permitted sender) client-ip=209.85.220.41;
            Authentication-Results: mx.google.com;
                   dkim=pass header.i=@exemple.fr header.s=google header.b="Ph/5+Q9s";
                   spf=pass (google.com: domain of thomas@exemple.fr designates 209.85.220.41 as permitted sender) smtp.mailfrom=thomas@exemple.fr;
                   dmarc=pass (p=NONE sp=QUARANTINE dis=NONE) header.from=exemple.fr;
                   dara=pass header.i=@exemple.fr
            From: Thomas Petit <thomas@exemple.fr>
            """
        ),
        (
            "Gmail, where the domain has no policy", "mx.google.com",
            """
            Authentication-Results: mx.google.com;
                   dkim=pass header.i=@exemple.fr header.s=s1 header.b=abcDEF12;
                   spf=neutral (google.com: 192.0.2.1 is neither permitted nor denied by best guess record for domain of x@relay.example) smtp.mailfrom=x@relay.example
            From: Thomas Petit <thomas@exemple.fr>
            """
        ),
        (
            "Exchange, behind a gateway that names itself", "mail.exemple.fr",
            """
            Received: from EX01.exemple.fr (2001:db8::1) by EX02.exemple.fr (2001:db8::2) with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.1.2507.39 via Mailbox Transport; Mon, 30 Nov 2026 09:00:00 +0100
            Authentication-Results: mail.exemple.fr 1; spf=pass (sender IP is 40.107.1.2) smtp.mailfrom=exemple.fr; dkim=pass (signature was verified) header.d=exemple.fr;dmarc=pass action=none header.from=exemple.fr;compauth=pass reason=100
            From: Thomas Petit <thomas@exemple.fr>
            """
        ),
        (
            "Outlook, where the domain has no policy", "mail.exemple.fr",
            """
            Authentication-Results: mail.exemple.fr; spf=pass (sender IP is 40.107.1.2)
             smtp.mailfrom=exemple.fr; dkim=none (message not signed)
             header.d=none;dmarc=bestguesspass action=none
             header.from=exemple.fr;compauth=pass reason=109
            From: "Petit, Thomas" <thomas@exemple.fr>
            """
        ),
        (
            "Postfix with OpenDMARC and OpenDKIM", "mx.exemple.fr",
            """
            Return-Path: <thomas@exemple.fr>
            X-Original-To: mentorat@exemple.fr
            Delivered-To: mentorat@exemple.fr
            Received: from mx.exemple.fr ([127.0.0.1])
            \tby vm with LMTP
            \tid 7F8nNsFpDGtQBAAAg+zDdQ
            \t(envelope-from <thomas@exemple.fr>)
            \tfor <mentorat@exemple.fr>; Mon, 30 Nov 2026 09:00:00 +0000
            Received: from smtp.exemple.fr (smtp.exemple.fr [192.0.2.7])
            \t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)
            \t key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256)
            \t(No client certificate requested)
            \tby mx.exemple.fr (Postfix) with ESMTPS id C3F2CF9EC56
            \tfor <mentorat@exemple.fr>; Mon, 30 Nov 2026 09:00:00 +0000 (UTC)
            Authentication-Results: mx.exemple.fr; dmarc=pass (p=none dis=none) header.from=exemple.fr
            Authentication-Results: mx.exemple.fr;
            \tdkim=pass (2048-bit key; secure) header.d=exemple.fr header.i=@exemple.fr header.a=rsa-sha256 header.s=mail header.b="q+/1Xy=="
            From: Thomas Petit <thomas@exemple.fr>
            """
        ),
        (
            "Postfix with policyd-spf", "mx.exemple.fr",
            """
            Authentication-Results: mx.exemple.fr; spf=pass (sender SPF authorized) smtp.mailfrom=exemple.fr (client-ip=192.0.2.7; helo=smtp.exemple.fr; envelope-from=thomas@exemple.fr; receiver=exemple.fr)
            From: thomas@exemple.fr
            """
        ),
        (
            "rspamd", "mx.exemple.fr",
            """
            Authentication-Results: mx.exemple.fr;
            \tdkim=pass header.d=exemple.fr header.s=mail header.b=AbC/d+1=;
            \tdmarc=pass (policy=quarantine) header.from=exemple.fr;
            \tarc=none;
            \tspf=pass (mx.exemple.fr: domain of thomas@exemple.fr designates 192.0.2.7 as permitted sender) smtp.mailfrom=thomas@exemple.fr
            From: Thomas <thomas@exemple.fr>
            """
        ),
        (
            "rspamd, where the domain has no policy", "mx.exemple.fr",
            """
            Authentication-Results: mx.exemple.fr;
            \tdkim=pass header.d=exemple.fr header.s=mail header.b=AbC/d+1=;
            \tdmarc=none;
            \tspf=softfail (mx.exemple.fr: 192.0.2.7 is neither permitted nor denied by domain of thomas@exemple.fr) smtp.mailfrom=thomas@exemple.fr
            From: Thomas <thomas@exemple.fr>
            """
        ),
        (
            "OVH", "in57.mail.ovh.net",
            """
            Received: from localhost (HELO queue) (127.0.0.1)
             by localhost with SMTP; 30 Nov 2026 10:00:00 +0200
            Received: from vr39.mail.ovh.net (unknown [10.101.8.39])
            \tby output37.mail.ovh.net (Postfix) with ESMTP id 4X1
            \tfor <mentorat@exemple.fr>; Mon, 30 Nov 2026 08:00:00 +0000 (UTC)
            Received-SPF: Pass (mailfrom) identity=mailfrom; client-ip=192.0.2.7
            Authentication-Results: in57.mail.ovh.net; dkim=pass (2048-bit key; unprotected) header.d=exemple.fr header.i=@exemple.fr header.b="aB/c"; dkim-atps=neutral
            From: Thomas Petit <thomas@exemple.fr>
            """
        ),
        (
            "Gandi", "spool.mail.gandi.net",
            """
            Received: from spool.mail.gandi.net (spool4.mail.gandi.net [217.70.178.213])
            \tby boxes.mail.gandi.net (Dovecot) with LMTP id x; Mon, 30 Nov 2026 08:00:00 +0000
            Authentication-Results: spool.mail.gandi.net;
            \tdkim=pass header.d=exemple.fr header.s=gm1 header.b=Xy12;
            \tspf=pass (spool.mail.gandi.net: domain of thomas@exemple.fr designates 217.70.183.196 as permitted sender) smtp.mailfrom=thomas@exemple.fr;
            \tdmarc=pass (policy=none) header.from=exemple.fr
            From: Thomas Petit <thomas@exemple.fr>
            """
        ),
        (
            "Orange", "orange.fr",
            """
            Received: from opmta1mti05nd1 ([10.98.0.1])
            \tby mwinb3a07 with LMTP
            \tid abc; Mon, 30 Nov 2026 09:00:00 +0100
            Received: from smtp.exemple.fr ([192.0.2.7])
            \tby mwinf5c34.me-wanadoo.orange.fr with ME
            \tid Xabc1234; Mon, 30 Nov 2026 09:00:00 +0100
            Authentication-Results: orange.fr; spf=pass smtp.mailfrom=thomas@exemple.fr; dkim=pass header.i=@exemple.fr; dmarc=pass header.from=exemple.fr
            From: Thomas Petit <thomas@exemple.fr>
            """
        ),
        (
            "iCloud", "dmarc.icloud.com",
            """
            Received: from st43p00im-ztdg10063201.me.com ([17.58.63.1])
             by p00-icloudmta-asmtp-us-central-1k-60-percent-5 (Oracle Communications) with ESMTPS id <0ABC@st43>;
             Mon, 30 Nov 2026 08:00:00 +0000 (GMT)
            Authentication-Results: dmarc.icloud.com; dmarc=pass header.from=exemple.fr
            From: Thomas Petit <thomas@exemple.fr>
            """
        ),
        (
            "iCloud, each method with its own header", "dmarc.icloud.com",
            """
            Authentication-Results: bimi.icloud.com; bimi=skipped reason="insufficient dmarc"
            Authentication-Results: arc.icloud.com; arc=none
            Authentication-Results: dmarc.icloud.com; dmarc=pass header.from=exemple.fr
            X-DMARC-Info: pass=pass; dmarc-policy=none; s=r1; d=r1
            Authentication-Results: dkim-verifier.icloud.com; dkim=pass (2048-bit key) header.d=exemple.fr header.i=@exemple.fr header.b=abc
            Authentication-Results: spf.icloud.com; spf=pass (spf.icloud.com: domain of thomas@exemple.fr designates 192.0.2.7 as permitted sender) smtp.mailfrom=thomas@exemple.fr
            From: Thomas Petit <thomas@exemple.fr>
            """
        ),
        (
            "Fastmail", "mx2.messagingengine.com",
            """
            Received: from phl-compute-02.internal (phl-compute-02.phl.internal [10.202.2.42])
            \tby sloti22d1t06 (Cyrus 3.13.0-alpha0) with LMTPA;
            \tMon, 30 Nov 2026 03:00:00 -0500
            Received: from phl-mx-02.messagingengine.com ([10.202.2.201])
              by phl-compute-02.internal (LMTPProxy); Mon, 30 Nov 2026 03:00:00 -0500
            Received: from mx2.messagingengine.com (localhost [127.0.0.1])
            \tby mailmx.nyi.internal (Postfix) with ESMTP id 3E1
            \tfor <mentorat@exemple.fr>; Mon, 30 Nov 2026 03:00:00 -0500 (EST)
            ARC-Authentication-Results: i=1; mx2.messagingengine.com;
                x-csa=none; dkim=pass header.d=exemple.fr
            Authentication-Results: mx2.messagingengine.com;
                arc=none (no signatures found);
                bimi=skipped (DMARC Policy is not at enforcement);
                dkim=pass (2048-bit rsa key sha256) header.d=exemple.fr
                header.i=@exemple.fr header.b=aBcD header.a=rsa-sha256 header.s=fm1
                x-bits=2048;
                dmarc=pass policy.published-domain-policy=none
                policy.applied-disposition=none policy.evaluated-disposition=none
                (p=none,d=none,d.eval=none) policy.policy-from=p
                header.from=exemple.fr;
                iprev=pass smtp.remote-ip=192.0.2.7 (smtp.exemple.fr);
                spf=pass smtp.mailfrom=thomas@exemple.fr smtp.helo=smtp.exemple.fr;
                x-tls=pass smtp.version=TLSv1.3 smtp.cipher=TLS_AES_256_GCM_SHA384 smtp.bits=256/256
            From: "Thomas Petit" <thomas@exemple.fr>
            """
        ),
        (
            "Yahoo", "atlas-production.v2-mail-prod1-gq1.omega.yahoo.com",
            """
            Authentication-Results: atlas-production.v2-mail-prod1-gq1.omega.yahoo.com;
             dkim=pass header.i=@exemple.fr header.s=mail;
             spf=pass smtp.mailfrom=exemple.fr;
             dmarc=pass(p=NONE) header.from=exemple.fr;
            From: Thomas Petit <thomas@exemple.fr>
            """
        ),
        (
            "Exim", "mx.exemple.fr",
            """
            Received: from [192.0.2.7] (helo=smtp.exemple.fr)
            \tby mx.exemple.fr with esmtps  (TLS1.3) tls TLS_AES_256_GCM_SHA384
            \t(Exim 4.96)
            \t(envelope-from <thomas@exemple.fr>)
            \tid 1tAbCd-0001Ab-2x
            \tfor mentorat@exemple.fr;
            \tMon, 30 Nov 2026 09:00:00 +0100
            Authentication-Results: mx.exemple.fr;
            \tiprev=pass (smtp.exemple.fr) smtp.remote-ip=192.0.2.7;
            \tspf=pass smtp.mailfrom=exemple.fr;
            \tdkim=pass header.d=exemple.fr header.s=mail header.a=rsa-sha256;
            \tdmarc=pass header.from=exemple.fr
            From: Thomas Petit <thomas@exemple.fr>
            """
        ),
        (
            "amavis, with an identity below the domain that signs", "mx.exemple.fr",
            """
            Authentication-Results: mx.exemple.fr (amavisd-new); dkim=pass (1024-bit key) reason="pass (good key)"
             header.d=exemple.fr header.i=@mail.exemple.fr
            From: Thomas Petit <thomas@exemple.fr>
            """
        ),
        (
            "a quoted word for everything", "mx.exemple.fr",
            """
            Authentication-Results: "mx.exemple.fr" 1 ; (a;b) dkim / 1 = (c) pass (d) reason="a; b" header . d = "exemple.fr"
            From: Thomas Petit <thomas@exemple.fr>
            """
        ),
        (
            "a list above, and a domain in capitals", "mx.exemple.fr",
            """
            Authentication-Results: mx.other.exemple.fr; dkim=none
            Authentication-Results: MX.EXEMPLE.FR; DKIM=Pass Header.D=Exemple.FR
            From: Thomas Petit <thomas@EXEMPLE.fr>
            """
        ),
    ]
}
