import Replies

extension RecordingPage {
    /// The page's player: it shows the page's pieces at their times (`data-t`, seconds; `data-d`, how long a line is typed). Until
    /// it is started all of the page is there to be read. Space plays and pauses, ← and → go from chapter to chapter, + and -
    /// change the speed, Escape shows all.
    static let player = #"""
        addEventListener("DOMContentLoaded", () => {
          const pieces = [...document.querySelectorAll("main [data-t]")].map(element => ({
            element, at: +element.dataset.t, lasts: +element.dataset.d || 0, text: element.dataset.d ? element.textContent : null }));
          if (!pieces.length) return;
          const nav = document.querySelector("nav");
          const links = nav ? [...nav.querySelectorAll("a")] : [];
          const chapters = links.map(link => {
            const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
            return { link, at: heading ? +heading.dataset.t : 0 };
          });
          const last = pieces[pieces.length - 1];
          const end = Math.max(last.at + last.lasts + 3, nav && nav.dataset.t ? +nav.dataset.t : 0);
          const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
          const speeds = [0.5, 0.75, 1, 1.5, 2, 3, 5];
          let time = end, isPlaying = false, isWhole = true, before = 0, newest = null;

          const bar = document.createElement("div");
          bar.className = "player";
          bar.setAttribute("role", "group");
          bar.setAttribute("aria-label", "Player");
          const button = (text, label, action) => {
            const made = document.createElement("button");
            made.type = "button";
            made.textContent = text;
            made.setAttribute("aria-label", label);
            made.title = label;
            made.addEventListener("click", action);
            bar.append(made);
            return made;
          };
          button("← Chapter", "Chapter before (←)", () => go(-1));
          const play = button("▶ Play", "Play (Space)", () => toggle());
          button("Chapter →", "Next chapter (→)", () => go(1));
          const slider = document.createElement("input");
          slider.type = "range";
          slider.min = 0;
          slider.max = end;
          slider.step = 0.1;
          slider.setAttribute("aria-label", "Time");
          slider.addEventListener("input", () => seek(+slider.value));
          const clock = document.createElement("span");
          const speed = document.createElement("select");
          speed.setAttribute("aria-label", "Speed (+ and -)");
          for (const value of speeds) speed.append(new Option(value + "×", value, value === 1, value === 1));
          bar.append(slider, clock, speed);
          button("Show all", "Show all (Escape)", () => showAll());
          document.body.append(bar);

          const spoken = seconds => Math.floor(seconds / 60) + ":" + String(Math.floor(seconds % 60)).padStart(2, "0");
          function chapterAt(moment) {
            let found = -1;
            chapters.forEach((chapter, index) => { if (chapter.at <= moment + 0.01) found = index; });
            return found;
          }
          function draw() {
            let current = null;
            for (const piece of pieces) {
              const isThere = isWhole || piece.at <= time;
              piece.element.classList.toggle("later", !isThere);
              if (isThere) current = piece;
              if (piece.text === null) continue;
              const share = isWhole ? 1 : Math.min(1, Math.max(0, (time - piece.at) / piece.lasts));
              const shown = piece.text.slice(0, share === 1 ? undefined : 2 + Math.floor((piece.text.length - 2) * share));
              if (piece.element.textContent !== shown) piece.element.textContent = shown;
            }
            const chapter = isWhole ? -1 : chapterAt(time);
            chapters.forEach((one, index) => {
              if (index === chapter) one.link.setAttribute("aria-current", "step"); else one.link.removeAttribute("aria-current");
            });
            slider.value = time;
            slider.setAttribute("aria-valuetext", spoken(time) + " of " + spoken(end));
            clock.textContent = spoken(time) + " / " + spoken(end);
            play.textContent = isPlaying ? "Pause" : "▶ Play";
            play.setAttribute("aria-label", isPlaying ? "Pause (Space)" : "Play (Space)");
            if (!isWhole && current && current.element !== newest) {
              newest = current.element;
              const box = newest.getBoundingClientRect();
              if (box.bottom > innerHeight - bar.offsetHeight - 20 || box.top < 0)
                scrollBy({ top: Math.min(box.top - 20, box.bottom - innerHeight + bar.offsetHeight + innerHeight / 4), behavior: calm ? "auto" : "smooth" });
            }
          }
          function tick(now) {
            if (!isPlaying) return;
            time = Math.min(end, time + (now - before) / 1000 * +speed.value);
            before = now;
            if (time >= end) isPlaying = false;
            draw();
            if (isPlaying) requestAnimationFrame(tick);
          }
          function toggle() {
            isPlaying = !isPlaying;
            if (isPlaying) {
              if (isWhole || time >= end) time = 0;
              isWhole = false;
              before = performance.now();
              requestAnimationFrame(tick);
            }
            draw();
          }
          function seek(moment) {
            isWhole = false;
            time = Math.min(end, Math.max(0, moment));
            newest = null;
            draw();
          }
          function go(by) {
            if (!chapters.length) return seek(by < 0 ? 0 : end);
            const here = isWhole ? -1 : chapterAt(time);
            const isWithin = here >= 0 && time - chapters[here].at > 2;
            const wanted = by < 0 && isWithin ? here : here + by;
            seek(chapters[Math.min(chapters.length - 1, Math.max(0, wanted))].at);
          }
          function showAll() {
            isPlaying = false;
            isWhole = true;
            time = end;
            draw();
          }
          chapters.forEach(chapter => chapter.link.addEventListener("click", () => { if (!isWhole) seek(chapter.at); }));
          addEventListener("keydown", event => {
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            const isControl = event.target.closest && event.target.closest("button, select, input, a");
            const isSlider = event.target === slider || event.target === speed;
            if (event.key === " " && !isControl) toggle();
            else if (event.key === "ArrowLeft" && !isSlider) go(-1);
            else if (event.key === "ArrowRight" && !isSlider) go(1);
            else if (event.key === "+" || event.key === "-") {
              speed.selectedIndex = Math.min(speeds.length - 1, Math.max(0, speed.selectedIndex + (event.key === "+" ? 1 : -1)));
            } else if (event.key === "Escape") showAll();
            else return;
            event.preventDefault();
          });
          draw();
        });
        """#

    /// What the page may do: show itself and run its player, nothing else (Content Security Policy Level 3, §6.7.2). A page that was
    /// tampered with, or a text that broke out of its element, runs nothing.
    static let policy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(Base64.encode(SHA256.bytes(of: Array(script.utf8))))'"

    /// The content of the script's element.
    static let script = "\n" + player + "\n"
}
