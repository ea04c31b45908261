#!/bin/sh
# Create the sample sessions in sessions/ again, one for each stage, an imported one, and a job post:
# sh examples/make_sessions.sh
set -eu
cd "$(dirname "$0")/.."
rm -f sessions/*.json
INTERVIEW_HOME=.
INTERVIEW_COACH=offline
INTERVIEW_AUTO_GC=false
export INTERVIEW_HOME INTERVIEW_COACH INTERVIEW_AUTO_GC

title="Senior Backend Engineer"
documents="--cv examples/cv.pdf --job examples/job.md"

interview keep "$(interview new --title "$title" --company "Created Ltd")"

# shellcheck disable=SC2086  # two options and their values
interview keep "$(interview new --title "$title" --company "Documents Ltd" $documents)"

# shellcheck disable=SC2086
id=$(interview new --title "$title" --company "Progress Ltd" $documents)
head -n 3 examples/answers.txt | interview answer "$id" --lines >/dev/null
python examples/rate_answers.py "$id" 2
python examples/rate_answers.py "$id" 3
tail -n 1 examples/answers.txt | interview redo "$id" --number 3
interview answer "$id" --skip >/dev/null
interview keep "$id"

# shellcheck disable=SC2086
id=$(interview new --title "$title" --company "Completed Ltd" $documents)
interview answer "$id" --lines <examples/answers.txt >/dev/null
interview keep "$id"

# shellcheck disable=SC2086
id=$(interview new --title "$title" --company "Feedback Ltd" $documents)
interview answer "$id" --lines <examples/answers.txt >/dev/null
python examples/rate_answers.py "$id"
interview feedback "$id" >/dev/null
interview feedback "$id" --again --yes >/dev/null
day=$(python -c 'import datetime; print(datetime.date.today() + datetime.timedelta(days=18))')
interview plan "$id" --date "$day" >/dev/null
interview debrief "$id" --questions examples/asked.txt --went "Well; the team was kind." \
    --outcome next_round >/dev/null
interview keep "$id"

# shellcheck disable=SC2086
id=$(interview import examples/transcript.txt --title "$title" --company "Imported Ltd" $documents --json |
    python -c 'import json, sys; print(json.load(sys.stdin)["session_id"])')
interview keep "$id"

id=$(interview job-post new --company "Posting Hospital" </dev/null)
interview job-post say --post "$id" <examples/post.txt >/dev/null
interview job-post say "actually £39,000, and drop IV therapy" --post "$id" >/dev/null
interview job-post say "yes" --post "$id" >/dev/null
interview keep "$id"
