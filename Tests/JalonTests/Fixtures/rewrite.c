/* Writes a calendar as libical writes what it has read.
 *
 * usage: rewrite < FILE > FILE
 */
#include <libical/ical.h>
#include <stdio.h>

static char *next_line(char *buffer, size_t size, void *file)
{
    return fgets(buffer, (int)size, file);
}

int main(void)
{
    ical_set_unknown_token_handling_setting(ICAL_ASSUME_IANA_TOKEN);
    icalparser *parser = icalparser_new();
    icalparser_set_gen_data(parser, stdin);
    icalcomponent *calendar = icalparser_parse(parser, next_line);
    if (!calendar)
        return 1;
    fputs(icalcomponent_as_ical_string(calendar), stdout);
    icalcomponent_free(calendar);
    icalparser_free(parser);
    return 0;
}
