/// What filters the list of mails: the page is complete without it.
enum PageScript {
    static let source = """

        (() => {
            const field = document.getElementById("filter");
            if (!field) return;
            const shown = document.getElementById("shown");
            const plain = (text) => text.normalize("NFD").replace(/\\p{M}/gu, "").toLowerCase();
            const months = [...document.querySelectorAll(".mails .month")].map((month) => ({
                month,
                rows: [...month.querySelectorAll("li")].map((row) => ({
                    row, text: plain(row.querySelector("summary").textContent),
                })),
            }));
            const total = months.reduce((sum, { rows }) => sum + rows.length, 0);
            const apply = () => {
                const wanted = plain(field.value).split(/\\s+/).filter(Boolean);
                let count = 0;
                for (const { month, rows } of months) {
                    let any = false;
                    for (const { row, text } of rows) {
                        const fits = wanted.every((word) => text.includes(word));
                        row.hidden = !fits;
                        if (fits) { any = true; count += 1; }
                    }
                    month.hidden = !any;
                }
                shown.textContent = `${count} / ${total}`;
            };
            field.closest(".filter").hidden = false;
            field.addEventListener("input", apply);
            apply();
        })();

        """
}
