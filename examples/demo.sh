#!/bin/sh
# Run a whole interview on real files, in a separate home under demo/; `make demo` runs this.
set -eu

unset INTERVIEW_TTL INTERVIEW_SESSION INTERVIEW_LOCK_TIMEOUT INTERVIEW_AUTO_GC INTERVIEW_DEBUG
rm -rf demo/home demo/report.* demo/post.*
mkdir -p demo
INTERVIEW_HOME=demo/home
INTERVIEW_COACH=offline
export INTERVIEW_HOME INTERVIEW_COACH

# As many questions as there are answers, up to the twenty that an interview can have.
count=8
if [ -n "$ANSWERS" ]; then
    count=$(grep -c '[^[:space:]]' "$ANSWERS" || true)
    [ "$count" -le 20 ] || count=20
    [ "$count" -ge 1 ] || { echo "error: $ANSWERS contains no answers" >&2; exit 2; }
fi

step() { printf '\n$ %s\n' "$*"; "$@"; }

# Without TITLE, use the first line of a text, else the name of the file.
case $JOB in
*.md | *.txt) first=$(grep -m1 '[^[:space:]]' "$JOB" | sed 's/^#* *//' | cut -c1-80) ;;
*) first=$(basename "$JOB" | sed 's/[.][^.]*$//') ;;
esac
title=${TITLE:-$first}
company=${COMPANY:-This employer}
printf '$ interview new --title "%s" --company "%s" --questions %s\n' "$title" "$company" "$count"
id=$(interview new --title "$title" --company "$company" --questions "$count")
echo "$id"
step interview upload "$id" --cv "$CV" --job "$JOB"
if [ -n "$ANSWERS" ]; then
    printf '\n$ interview answer %s --lines <%s\n' "$id" "$ANSWERS"
    interview answer "$id" --lines <"$ANSWERS" >demo/questions.txt
    step interview show "$id"
else
    printf '\nThe questions differ each time. A script answers them with what this applicant has to tell:\n'
    step python examples/answer_questions.py "$id" examples/maya.toml
fi
step interview status "$id"
step interview feedback "$id"
step interview export "$id" -o demo/report.md
step interview export "$id" -o demo/report.html
step interview export "$id" -o demo/report.pdf
step interview status

printf '\n$ interview job-post new --company "%s"\n' "$company"
post=$(interview job-post new --company "$company" </dev/null)
echo "$post"
step interview job-post say "$(cat examples/post.txt)" --post "$post"
step interview job-post say "yes" --post "$post"
step interview job-post check "$post"
step interview job-post export "$post" -o demo/post.jsonld
step interview new --job-post "$post"
printf '\nThe report is in demo/report.pdf, .html and .md; the job post is in demo/post.jsonld.\n'
