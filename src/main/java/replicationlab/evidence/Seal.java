package replicationlab.evidence;

/**
 * Whether a file is as it was exported.
 *
 * <p>The seal is a digest of the content, made by this program from nothing but the content. It
 * shows every change that is made to a file afterwards, by accident or with an editor, and where
 * the first one is. It does not prove who did the lab, nor that it was done: whoever has this
 * program can do the lab in another's name, and whoever writes a program can make a file up from
 * scratch and seal it. For that an instructor looks at the replay, or at the student.
 *
 * @param asExported whether nothing was changed
 * @param line the first line that is not as it was, counted from 1; 0 if none
 * @param sentence for people
 */
public record Seal(boolean asExported, int line, String sentence) {}
